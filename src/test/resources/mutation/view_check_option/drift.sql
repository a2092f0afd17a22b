alter view shop.writable reset (check_option);
