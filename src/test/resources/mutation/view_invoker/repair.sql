alter view shop.best set (security_invoker = true);
