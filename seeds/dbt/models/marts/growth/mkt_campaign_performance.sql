select
    campaigns.campaign_id,
    campaigns.name,
    campaigns.channel,
    sum(costs.cost) as cost,
    count(distinct sessions.order_id) as orders,
    sum(orders.net_amount) as net_amount
from {{ ref('stg_ads__campaigns') }} as campaigns
left join {{ ref('int_campaign_costs_daily') }} as costs using (campaign_id)
left join {{ ref('int_sessions_attributed') }} as sessions using (campaign_id)
left join {{ ref('fct_orders', v=2) }} as orders on orders.order_id = sessions.order_id
group by 1, 2, 3
