alter table public.child add foreign key (parent) references public.parent;
