-- Two differences: A trigger that is renamed is gone, and another is there.
alter trigger touch_event on shop.events rename to touch_all;
