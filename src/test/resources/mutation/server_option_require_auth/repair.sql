alter server barn options (set require_auth 'scram-sha-256');
