drop trigger guard on shop.session;
create trigger guard before update on shop.session for each row
  when (old.token is distinct from old.token and new.kind <> 'token: a') execute function shop.touch('Authorization: s3cret');
