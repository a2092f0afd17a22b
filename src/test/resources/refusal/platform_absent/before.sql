create schema plumbline;
