alter server barn options (set role_claim_key '.user.role');
