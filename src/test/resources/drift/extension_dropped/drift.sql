drop extension "uuid-ossp";
