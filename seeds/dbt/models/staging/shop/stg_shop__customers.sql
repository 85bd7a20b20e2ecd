with source as (
    select * from {{ source('shop', 'customers') }}
)

select
    id as customer_id,
    full_name,
    lower(trim(email)) as email,
    phone,
    birth_date,
    country_code,
    created_at,
    deleted_at
from source
