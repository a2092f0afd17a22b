alter server mill options (set keyspace 'grain');
