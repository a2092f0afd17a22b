alter table shop.keyed add constraint keyed_pkey primary key (id);
