alter table shop.plots set logged;
