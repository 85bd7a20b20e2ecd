select
    tickets.customer_id,
    count(distinct tickets.ticket_id) as tickets,
    count(messages.ticket_message_id) as messages,
    avg(extract(epoch from tickets.solved_at - tickets.opened_at) / 3600) as hours_to_solve
from {{ ref('stg_desk__tickets') }} as tickets
left join {{ ref('stg_desk__ticket_messages') }} as messages using (ticket_id)
group by tickets.customer_id
