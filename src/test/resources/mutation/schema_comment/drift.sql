comment on schema shop is 'Nothing';
