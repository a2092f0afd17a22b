alter server shed options (drop endpoint);
