create type shop.colour as enum ('red');
