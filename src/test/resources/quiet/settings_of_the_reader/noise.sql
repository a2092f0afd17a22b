alter role current_user set quote_all_identifiers = on;

alter role current_user set datestyle = 'German, DMY';

alter role current_user set intervalstyle = 'sql_standard';

alter role current_user set timezone = 'Pacific/Chatham';

alter role current_user set extra_float_digits = 0;

alter role current_user set search_path = shop, spare;

alter role current_user set bytea_output = 'escape';

alter role current_user set standard_conforming_strings = off;
