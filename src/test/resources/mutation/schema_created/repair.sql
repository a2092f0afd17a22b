drop schema other;
