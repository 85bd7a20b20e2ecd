with source as (
    select * from {{ source('shop', 'order_lines') }}
)

select
    id as order_line_id,
    order_id,
    product_id,
    quantity,
    {{ cents_to_euros("unit_price_cents") }} as unit_price
from source
