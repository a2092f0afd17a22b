-- Two differences: a policy that is gone is never hidden behind what it used.
drop type shop.mood cascade;
