-- What somebody changes besides is not taken for what the new name has done.
alter table public.leads rename column assigned_to to owned_by;
alter policy leads_select on public.leads using (owned_by is not null);
