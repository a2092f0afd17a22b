drop role quiet_stranger;
