select
    lines.order_line_id,
    lines.order_id,
    lines.product_id,
    products.stall_id,
    products.category,
    lines.quantity,
    lines.unit_price,
    lines.quantity * lines.unit_price as gross_amount,
    fees.base_fee_pct,
    round(lines.quantity * lines.unit_price * fees.base_fee_pct::numeric / 100, 2) as fee_amount
from {{ ref('stg_shop__order_lines') }} as lines
join {{ ref('stg_shop__products') }} as products using (product_id)
left join {{ ref('fee_schedule') }} as fees on fees.category = products.category
