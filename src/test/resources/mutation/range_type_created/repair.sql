drop type shop.span;
