alter table shop.mules no inherit shop.horses;
alter table shop.mules inherit shop.horses;
