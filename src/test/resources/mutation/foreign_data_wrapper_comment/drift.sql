comment on foreign data wrapper far is 'Near';
