alter server barn options (set require_auth 'none');
