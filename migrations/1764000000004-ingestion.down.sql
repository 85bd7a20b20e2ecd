drop table delivery_item, delivery_chunk, delivery;
