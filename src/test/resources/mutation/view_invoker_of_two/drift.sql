-- Two differences: what befalls two views is told of both.
alter view shop.best reset (security_invoker);
alter view shop.best_of_all reset (security_invoker);
