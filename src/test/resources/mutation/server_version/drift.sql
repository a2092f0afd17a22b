alter server mill version '3';
