select
    stalls.stall_id,
    stalls.name,
    payouts.paid_on,
    payouts.amount as paid_amount,
    daily.gross_amount - daily.fee_amount as owed_amount
from {{ ref('stg_pay__payouts') }} as payouts
join {{ ref('dim_stalls') }} as stalls using (stall_id)
left join {{ ref('int_stall_daily') }} as daily on daily.stall_id = payouts.stall_id and daily.day = payouts.paid_on
