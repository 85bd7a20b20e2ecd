with source as (
    select * from {{ source('shop', 'products') }}
)

select
    id as product_id,
    stall_id,
    title,
    category,
    {{ cents_to_euros("price_cents") }} as price,
    is_active,
    updated_at
from source
