select times.*, couriers.vehicle
from {{ ref('int_delivery_times') }} as times
left join {{ ref('dim_couriers') }} as couriers using (courier_id)
