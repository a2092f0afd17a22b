comment on schema shop is 'All that is sold';
