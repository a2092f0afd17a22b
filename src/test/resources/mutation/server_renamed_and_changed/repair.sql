alter server mill2 options (set host 'mill.example');
alter server mill2 rename to mill;
