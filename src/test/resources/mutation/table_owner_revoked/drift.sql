revoke update on shop.audit from postgres;
