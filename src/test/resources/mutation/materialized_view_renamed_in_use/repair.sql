alter materialized view shop.plots_known rename to plots_seen;
