drop type shop.phrase;
create type shop.phrase as (said text collate "C");
