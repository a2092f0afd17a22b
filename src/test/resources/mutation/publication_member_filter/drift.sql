alter publication news set table shop.orders (number, amount), shop.audit;
