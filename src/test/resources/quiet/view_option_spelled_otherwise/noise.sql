alter view shop.best set (security_invoker = on)

alter view shop.best set (security_invoker = 1)
