create schema tiger;
