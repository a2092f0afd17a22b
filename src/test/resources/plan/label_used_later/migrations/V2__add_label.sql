alter type stage add value 'stuck';
