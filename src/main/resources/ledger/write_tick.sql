insert into plumbline.tick (at) values (clock_timestamp())
    on conflict (only_one) do update set at = excluded.at
