alter view shop.graded rename column code to mark;
