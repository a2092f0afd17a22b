drop foreign table shop.steps_far;
