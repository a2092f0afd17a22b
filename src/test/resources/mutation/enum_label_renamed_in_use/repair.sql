alter type shop.mood rename value 'middling' to 'so so';
