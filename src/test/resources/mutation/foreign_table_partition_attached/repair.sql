alter table shop.steps detach partition shop.steps_near;
