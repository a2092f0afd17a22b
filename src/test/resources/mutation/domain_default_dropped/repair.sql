alter domain shop.email set default 'nobody';
