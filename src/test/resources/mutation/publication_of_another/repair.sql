drop publication leak;
