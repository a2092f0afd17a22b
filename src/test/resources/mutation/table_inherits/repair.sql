alter table shop.animals no inherit spare.beings;
