-- Two differences: A view that is renamed is gone, and another is there.
alter view shop.best rename to finest;
