with source as (
    select * from {{ source('shop', 'orders') }}
)

select
    id as order_id,
    customer_id,
    address_id,
    status,
    coupon_code,
    placed_at
from source
