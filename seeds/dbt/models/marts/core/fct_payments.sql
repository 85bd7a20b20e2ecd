select payments.*, refunds.amount as refunded_amount
from {{ ref('stg_pay__payments') }} as payments
left join {{ ref('stg_pay__refunds') }} as refunds using (payment_id)
