alter server mill options (set keyspace 'flour');
