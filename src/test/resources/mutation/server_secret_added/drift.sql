alter server mill options (add password 'not to be read');
