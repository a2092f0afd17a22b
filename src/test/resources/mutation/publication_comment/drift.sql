comment on publication news is null;
