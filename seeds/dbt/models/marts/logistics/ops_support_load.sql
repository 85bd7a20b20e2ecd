select opened_at::date as day, topic, count(*) as tickets
from {{ ref('stg_desk__tickets') }}
group by 1, 2
