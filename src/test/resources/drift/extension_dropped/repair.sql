create extension "uuid-ossp" schema extensions;
