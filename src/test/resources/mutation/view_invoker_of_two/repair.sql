alter view shop.best set (security_invoker = true);
alter view shop.best_of_all set (security_invoker = true);
