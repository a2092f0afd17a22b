alter server shed options (drop bypass);
