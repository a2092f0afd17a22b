create schema plumbline authorization migrator;
