select
    customers.customer_id,
    customers.region,
    customers.net_spend,
    customers.order_count,
    ntile(5) over (order by customers.net_spend) as value_band
from {{ ref('dim_customers') }} as customers
