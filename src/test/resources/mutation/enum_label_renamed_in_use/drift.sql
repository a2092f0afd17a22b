alter type shop.mood rename value 'so so' to 'middling';
