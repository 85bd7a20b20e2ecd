with source as (
    select * from {{ source('shop', 'stalls') }}
)

select
    id as stall_id,
    name,
    lower(trim(keeper_email)) as keeper_email,
    iban,
    category,
    city,
    commission_pct,
    opened_at,
    updated_at
from source
