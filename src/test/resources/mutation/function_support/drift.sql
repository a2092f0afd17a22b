alter function shop.plain(integer) support generate_series_int4_support;
