with source as (
    select * from {{ source('shop', 'carts') }}
)

select
    id as cart_id,
    customer_id,
    session_id,
    created_at,
    order_id
from source
