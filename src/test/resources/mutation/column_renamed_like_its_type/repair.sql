alter table shop.lodgers rename column chamber to room;
