with source as (
    select * from {{ source('courier', 'couriers') }}
)

select
    id as courier_id,
    full_name,
    phone,
    vehicle,
    hired_on
from source
