alter table shop.lines add constraint lines_fkey foreign key (page_id) references shop.pages;
