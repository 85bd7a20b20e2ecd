select city, sum(refunded_amount) as refunded_amount
from {{ ref('fct_orders', v=2) }}
group by city
order by refunded_amount desc
