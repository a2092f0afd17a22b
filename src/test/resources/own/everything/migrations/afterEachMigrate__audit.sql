do $$ begin if to_regclass('audit.entry') is not null then insert into audit.entry (what) values ('each'); end if; end $$;
