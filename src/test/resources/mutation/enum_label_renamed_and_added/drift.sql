alter type shop.room rename value 'small' to 'tiny';
alter type shop.room add value 'huge';
