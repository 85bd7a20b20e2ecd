with source as (
    select * from {{ source('shop', 'addresses') }}
)

select
    id as address_id,
    customer_id,
    street,
    city,
    postal_code,
    latitude,
    longitude
from source
