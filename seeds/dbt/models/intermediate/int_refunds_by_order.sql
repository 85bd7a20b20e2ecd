select payments.order_id, sum(refunds.amount) as refunded_amount, count(*) as refunds
from {{ ref('stg_pay__refunds') }} as refunds
join {{ ref('stg_pay__payments') }} as payments using (payment_id)
group by payments.order_id
