drop policy of_plots on spare.plots;
create policy of_plots on spare.plots using (plots.size > (select count(*) from shop.weeds w where w.plot = plots.id));
alter table spare.plots set schema shop;
