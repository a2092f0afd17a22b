drop schema tiger;
