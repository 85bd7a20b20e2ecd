select
    placed_at::date as day,
    city,
    count(*) as orders,
    sum(gross_amount) as gross_amount,
    sum(fee_amount) as fee_amount,
    sum(net_amount) as net_amount
from {{ ref('fct_orders', v=2) }}
group by 1, 2
