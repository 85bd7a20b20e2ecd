select
    order_id,
    sum(amount) filter (where status = 'captured') as paid_amount,
    count(*) filter (where status = 'failed') as failed_attempts,
    min(created_at) as first_paid_at,
    max(method) as last_method
from {{ ref('stg_pay__payments') }}
group by order_id
