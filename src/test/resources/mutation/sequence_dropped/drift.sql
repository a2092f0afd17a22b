drop sequence spare.counter;
