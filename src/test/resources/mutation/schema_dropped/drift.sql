drop schema "no 'one'";
