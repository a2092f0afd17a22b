alter type shop.size add value 'medium' before 'large';
