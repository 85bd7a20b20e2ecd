select
    stalls.stall_id,
    stalls.name,
    stalls.keeper_email,
    stalls.category,
    tree.parent_category,
    stalls.city,
    stalls.commission_pct,
    stalls.opened_at,
    history.dbt_valid_from as terms_since
from {{ ref('stg_shop__stalls') }} as stalls
left join {{ ref('category_tree') }} as tree using (category)
left join {{ ref('snap_stalls') }} as history on history.id = stalls.stall_id and history.dbt_valid_to is null
