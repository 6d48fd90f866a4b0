-- Where the place is that a member typed, as the gazetteer of this version finds it: a town by its number there, or only a
-- country by its code (ISO 3166-1), or nothing. A gazetteer of another version looks it up again.
alter table about add column town bigint;
alter table about add column country text not null default '';
alter table about add column looked_up bigint not null default 0;
create index about_looked_up on about (looked_up) where field = 'place';
