alter server mill options (add host 'mill.example', set dbname 'flour');
