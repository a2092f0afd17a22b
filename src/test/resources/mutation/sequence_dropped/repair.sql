create sequence spare.counter;
