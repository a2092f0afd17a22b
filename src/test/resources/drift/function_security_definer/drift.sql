alter function private.set_updated_at() security definer;
