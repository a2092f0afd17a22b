alter server shed options (add endpoint 'https://me:s3cret@elsewhere/');
