select
    value.customer_id,
    value.net_spend,
    value.order_count,
    coalesce(tickets.tickets, 0) as tickets,
    count(sessions.session_id) as sessions
from {{ ref('mkt_customer_value') }} as value
left join {{ ref('int_customer_tickets') }} as tickets using (customer_id)
left join {{ ref('int_sessions_attributed') }} as sessions using (customer_id)
group by 1, 2, 3, 4
