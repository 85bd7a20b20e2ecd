with source as (
    select * from {{ source('ads', 'newsletter_subscribers') }}
)

select
    lower(trim(email)) as email,
    subscribed_at,
    unsubscribed_at
from source
