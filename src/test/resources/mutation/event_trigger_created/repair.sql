drop event trigger other;
