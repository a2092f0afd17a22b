alter publication news add table shop.drafts_kept;
