alter view shop.graded rename column mark to code;
