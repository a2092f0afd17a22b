-- The stages of a lead, in the order in which it passes them: sorting by status sorts by progress.
create type public.lead_status as enum ('received', 'contacted', 'qualified', 'converted', 'lost');

comment on type public.lead_status is 'Stage of a lead, in order of progress';
