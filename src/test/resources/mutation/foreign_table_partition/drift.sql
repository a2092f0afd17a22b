create foreign table shop.steps_far partition of shop.steps for values with (modulus 2, remainder 0) server mill;
