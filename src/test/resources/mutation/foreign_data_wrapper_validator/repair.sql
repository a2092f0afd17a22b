alter foreign data wrapper nowhere no validator;
