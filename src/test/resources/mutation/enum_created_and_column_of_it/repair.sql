alter table shop.audit drop column flavor;
drop type shop.flavor;
