alter view shop.writable set (check_option = local);
