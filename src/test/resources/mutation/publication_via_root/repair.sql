alter publication news set (publish_via_partition_root = false);
