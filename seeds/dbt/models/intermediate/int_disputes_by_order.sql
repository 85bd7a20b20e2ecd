select payments.order_id, count(*) as disputes, bool_or(disputes.outcome = 'lost') as has_lost_dispute
from {{ ref('stg_pay__disputes') }} as disputes
join {{ ref('stg_pay__payments') }} as payments using (payment_id)
group by payments.order_id
