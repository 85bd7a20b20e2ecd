select customers.email, customers.full_name, value.value_band
from {{ ref('mkt_customer_value') }} as value
join {{ ref('dim_customers') }} as customers using (customer_id)
where value.value_band = 5
