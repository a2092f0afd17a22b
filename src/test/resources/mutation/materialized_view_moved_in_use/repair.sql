alter materialized view spare.plots_seen set schema shop;
