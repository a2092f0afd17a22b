create table public.conversations (id bigserial primary key, conversation_id text not null, user_id text, role text not null, content text not null);
create table public.ratings (id bigserial primary key, conversation bigint references public.conversations (id), stars int);
create table public.messages (id uuid, conversation_id bigint references public.conversations (id), sender_type text, content text);
