select
    products.product_id,
    products.stall_id,
    products.title,
    products.category,
    products.price,
    products.is_active,
    reviews.average_stars,
    reviews.review_count
from {{ ref('stg_shop__products') }} as products
left join {{ ref('int_reviews_by_product') }} as reviews using (product_id)
