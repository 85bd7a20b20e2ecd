select
    sessions.session_id,
    sessions.customer_id,
    sessions.campaign_id,
    campaigns.channel,
    sessions.started_at,
    carts.order_id
from {{ ref('stg_ads__web_sessions') }} as sessions
left join {{ ref('stg_ads__campaigns') }} as campaigns using (campaign_id)
left join {{ ref('stg_shop__carts') }} as carts using (session_id)
