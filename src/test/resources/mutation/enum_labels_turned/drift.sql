drop type shop.size;
create type shop.size as enum ('large', 'small');
