comment on constraint email_not_null on domain shop.email is 'Always';
