do $$
begin
    execute 'create role postgres pasword ''hidden-word'' -- password';
end
$$;
