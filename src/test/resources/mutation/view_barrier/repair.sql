alter view shop.best reset (security_barrier);
