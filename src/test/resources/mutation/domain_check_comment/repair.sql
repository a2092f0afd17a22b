comment on constraint has_at on domain shop.email is 'No more than that';
