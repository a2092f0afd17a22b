drop publication other;
