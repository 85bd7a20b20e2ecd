with source as (
    select * from {{ source('ads', 'campaign_spend') }}
)

select
    campaign_id,
    spent_on,
    {{ cents_to_euros("cost_cents") }} as cost,
    clicks
from source
