alter publication news set (publish_generated_columns = none);
