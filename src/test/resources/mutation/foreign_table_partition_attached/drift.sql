alter table shop.steps attach partition shop.steps_near for values with (modulus 2, remainder 1);
