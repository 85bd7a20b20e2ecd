select
    date_trunc('month', revenue.day)::date as month,
    sum(revenue.net_amount) as net_amount,
    sum(fees.fee_amount) as fee_amount,
    (select count(*) from {{ ref('fin_chargebacks') }}) as chargebacks
from {{ ref('fin_revenue_daily') }} as revenue
left join {{ ref('fin_fees_by_category') }} as fees on fees.month = date_trunc('month', revenue.day)::date
group by 1
