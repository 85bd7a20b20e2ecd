select product_id, avg(stars) as average_stars, count(*) as review_count
from {{ ref('stg_shop__reviews') }}
group by product_id
