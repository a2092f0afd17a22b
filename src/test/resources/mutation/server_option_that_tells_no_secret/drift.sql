alter server shed options (add bypass 'on');
