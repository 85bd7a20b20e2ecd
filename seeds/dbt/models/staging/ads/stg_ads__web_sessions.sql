with source as (
    select * from {{ source('ads', 'web_sessions') }}
)

select
    session_id,
    customer_id,
    campaign_id,
    ip_address,
    started_at,
    pages
from source
