alter foreign data wrapper far options (set debug 'false');
