drop publication empty;
