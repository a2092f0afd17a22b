alter server mill options (drop password);
