select
    md5(subscribers.email) as email_hash,
    customers.region,
    value.value_band
from {{ ref('stg_ads__newsletter_subscribers') }} as subscribers
left join {{ ref('dim_customers') }} as customers on customers.email = subscribers.email
left join {{ ref('mkt_customer_value') }} as value using (customer_id)
where subscribers.unsubscribed_at is null
