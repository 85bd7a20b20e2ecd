select disputes.dispute_id, payments.order_id, payments.amount, disputes.outcome, disputes.opened_at
from {{ ref('stg_pay__disputes') }} as disputes
join {{ ref('fct_payments') }} as payments using (payment_id)
