-- Two differences: whom a policy lets in is told, whatever changed it.
alter type shop.mood rename value 'so so' to 'middling';
