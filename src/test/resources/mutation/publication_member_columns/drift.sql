alter publication news set table shop.orders (number, amount, customer_id) where (amount > 1), shop.audit;
