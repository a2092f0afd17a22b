-- Four differences: what is there under another name is missing and unexpected, and the policy is another.
alter table shop.plots set schema spare;
drop policy of_plots on spare.plots;
create policy of_plots on spare.plots using (plots.size > (select count(*) from spare.weeds w where w.plot = plots.id));
