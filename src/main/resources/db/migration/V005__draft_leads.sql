-- Prospects, sent in by anybody through the website's form, worked on by the user they are assigned to.
create table plumbline.leads (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  phone text,
  company text,
  status plumbline.lead_status not null default 'received',
  lead_score integer not null default 0,
  services_interested text[],
  budget_range text,
  timeline text,
  source text default 'website',
  notes text,
  assigned_to uuid,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint leads_pkey primary key (id),
  constraint leads_assigned_to_fkey foreign key (assigned_to) references plumbline.profiles (id) on delete set null,
  constraint leads_lead_score_check check (lead_score between 0 and 100),
  constraint leads_metadata_check check (jsonb_typeof(metadata) = 'object')
);

comment on table plumbline.leads is 'Prospects and how far they have come';
comment on column plumbline.leads.lead_score is 'From 0 to 100; a lead starts with 0';
comment on column plumbline.leads.assigned_to is 'The user who works on the lead, set by an admin or the service role';
