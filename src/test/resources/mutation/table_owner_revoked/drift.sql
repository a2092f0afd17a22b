revoke all on shop.audit from postgres;
