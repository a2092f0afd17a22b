do $$ begin if to_regclass('audit.entry') is not null then insert into audit.entry (what) values ('before'); end if; end $$;
