alter server mill version '2';
