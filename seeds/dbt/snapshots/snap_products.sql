{% snapshot snap_products %}
{{ config(target_schema='history', unique_key='id', strategy='check', check_cols=['price_cents', 'is_active']) }}
select * from {{ source('shop', 'products') }}
{% endsnapshot %}
