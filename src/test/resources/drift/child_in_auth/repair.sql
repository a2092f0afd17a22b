drop table auth.leads_of_others;
