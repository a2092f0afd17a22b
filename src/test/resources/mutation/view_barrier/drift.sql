alter view shop.best set (security_barrier);
