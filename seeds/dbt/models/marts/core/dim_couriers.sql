select courier_id, full_name, vehicle, hired_on from {{ ref('stg_courier__couriers') }}
