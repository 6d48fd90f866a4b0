-- What an e-mail about news says, as a number: so that one that waits says what stands there when it leaves, and not what
-- stood there when it was written. Forgotten when it has left.
alter table letter add column words integer;
