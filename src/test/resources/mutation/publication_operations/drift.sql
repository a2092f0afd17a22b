alter publication news set (publish = 'insert');
