select day, extract(year from day) as year, extract(isodow from day) as weekday
from {{ ref('int_business_days') }}
