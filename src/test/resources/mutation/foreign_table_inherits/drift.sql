alter foreign table shop.sacks inherit spare.things;
