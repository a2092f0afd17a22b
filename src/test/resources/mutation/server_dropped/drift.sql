drop server shed;
