select
    stalls.stall_id,
    stalls.name,
    sum(daily.orders) as orders,
    avg(products.average_stars) as average_stars
from {{ ref('dim_stalls') }} as stalls
left join {{ ref('int_stall_daily') }} as daily using (stall_id)
left join {{ ref('dim_products') }} as products using (stall_id)
group by 1, 2
