alter type mood add value 'bad';
