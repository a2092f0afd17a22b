alter type shop.chamber rename to room;
