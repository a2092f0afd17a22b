alter foreign table shop.sacks no inherit spare.things;
