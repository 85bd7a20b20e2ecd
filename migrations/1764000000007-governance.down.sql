drop table violation;
