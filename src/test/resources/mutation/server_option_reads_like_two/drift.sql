alter server mill options (drop host, set dbname 'flour, host=mill.example');
