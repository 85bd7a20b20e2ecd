select category, date_trunc('month', placed_at)::date as month, sum(fee_amount) as fee_amount
from {{ ref('fct_order_lines') }}
group by 1, 2
