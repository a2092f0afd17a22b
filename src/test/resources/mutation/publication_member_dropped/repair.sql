alter publication news add table shop.audit;
