select set_config('app.token', '${password}', true);
