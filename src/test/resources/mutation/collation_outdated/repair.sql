alter collation shop.loose refresh version;
