comment on server mill is null;
