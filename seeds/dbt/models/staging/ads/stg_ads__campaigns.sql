with source as (
    select * from {{ source('ads', 'campaigns') }}
)

select
    id as campaign_id,
    name,
    channel,
    starts_on
from source
