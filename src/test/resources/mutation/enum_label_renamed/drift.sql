alter type shop.mood rename value 'so so' to 'so-so';
