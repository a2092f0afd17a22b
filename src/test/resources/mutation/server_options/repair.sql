alter server mill options (set host 'mill.example');
