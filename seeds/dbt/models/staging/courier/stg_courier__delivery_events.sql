with source as (
    select * from {{ source('courier', 'delivery_events') }}
)

select
    id as delivery_event_id,
    delivery_id,
    kind,
    at,
    latitude,
    longitude
from source
