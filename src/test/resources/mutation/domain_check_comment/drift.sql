comment on constraint has_at on domain shop.email is 'Much more';
