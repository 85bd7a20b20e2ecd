select
    customers.customer_id,
    customers.full_name,
    customers.email,
    customers.phone,
    customers.birth_date,
    customers.country_code,
    regions.region,
    customers.created_at as signed_up_at,
    orders.first_order_at,
    coalesce(orders.order_count, 0) as order_count,
    coalesce(orders.net_spend, 0) as net_spend,
    coalesce(tickets.tickets, 0) as ticket_count
from {{ ref('stg_shop__customers') }} as customers
left join {{ ref('country_regions') }} as regions using (country_code)
left join {{ ref('int_customer_orders') }} as orders using (customer_id)
left join {{ ref('int_customer_tickets') }} as tickets using (customer_id)
where customers.deleted_at is null
