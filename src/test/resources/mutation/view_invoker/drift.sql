alter view shop.best reset (security_invoker);
