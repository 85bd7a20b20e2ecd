with source as (
    select * from {{ source('shop', 'reviews') }}
)

select
    id as review_id,
    product_id,
    customer_id,
    stars,
    body,
    created_at
from source
