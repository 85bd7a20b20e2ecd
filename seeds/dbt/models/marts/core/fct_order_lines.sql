{{ config(materialized='incremental', unique_key='order_line_id') }}
select lines.*, orders.placed_at
from {{ ref('int_order_lines_priced') }} as lines
join {{ ref('stg_shop__orders') }} as orders using (order_id)
{% if is_incremental() %}
where orders.placed_at > (select coalesce(max(placed_at), '2000-01-01') from {{ this }})
{% endif %}
