select
    delivered_at::date as day,
    count(*) as deliveries,
    avg((minutes_late <= 0)::int) as share_in_time
from {{ ref('fct_deliveries') }}
group by 1
