{% snapshot snap_stalls %}
{{ config(target_schema='history', unique_key='id', strategy='timestamp', updated_at='updated_at') }}
select * from {{ source('shop', 'stalls') }}
{% endsnapshot %}
