comment on type shop.mood is 'How it went';
