with lines as (
    select order_id, sum(gross_amount) as gross_amount, sum(fee_amount) as fee_amount, count(*) as line_count
    from {{ ref('int_order_lines_priced') }}
    group by order_id
)
select
    orders.order_id,
    orders.customer_id,
    addresses.city,
    orders.status,
    orders.coupon_code,
    orders.placed_at,
    lines.line_count,
    lines.gross_amount,
    lines.fee_amount,
    coalesce(payments.paid_amount, 0) as paid_amount,
    coalesce(refunds.refunded_amount, 0) as refunded_amount,
    coalesce(disputes.has_lost_dispute, false) as has_lost_dispute
from {{ ref('stg_shop__orders') }} as orders
left join lines using (order_id)
left join {{ ref('stg_shop__addresses') }} as addresses using (address_id)
left join {{ ref('int_payments_by_order') }} as payments using (order_id)
left join {{ ref('int_refunds_by_order') }} as refunds using (order_id)
left join {{ ref('int_disputes_by_order') }} as disputes using (order_id)
