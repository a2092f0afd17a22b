alter publication news set table shop.orders (number, amount) where (amount > 1), shop.audit;
