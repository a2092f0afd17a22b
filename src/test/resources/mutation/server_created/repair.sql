drop server other;
