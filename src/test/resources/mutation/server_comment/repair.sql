comment on server mill is 'By the river';
