-- Two differences: what is there under another name is missing and unexpected.
alter server mill rename to mill2;
alter server mill2 options (set host 'evil.example');
