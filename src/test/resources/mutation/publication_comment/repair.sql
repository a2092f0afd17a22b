comment on publication news is 'To subscribers';
