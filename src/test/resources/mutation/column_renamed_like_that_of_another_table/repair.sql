alter table shop.lodgers rename column mark to grade;
