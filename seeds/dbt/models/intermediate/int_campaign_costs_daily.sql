select campaign_id, spent_on, sum(cost) as cost, sum(clicks) as clicks
from {{ ref('stg_ads__campaign_spend') }}
group by campaign_id, spent_on
