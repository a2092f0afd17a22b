alter server mill options (set host 'evil.example');
