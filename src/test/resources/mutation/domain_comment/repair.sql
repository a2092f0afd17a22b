comment on domain shop.percent is null;
