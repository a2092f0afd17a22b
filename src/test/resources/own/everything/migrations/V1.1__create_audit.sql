create schema audit;
create table audit.entry (at timestamptz not null default now(), what text not null);
