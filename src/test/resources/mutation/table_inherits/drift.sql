alter table shop.animals inherit spare.beings;
