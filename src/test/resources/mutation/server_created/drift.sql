create server other foreign data wrapper far;
