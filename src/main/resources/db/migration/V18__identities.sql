-- People whom an identity provider knows: they have no password here.

alter table access_user alter column password drop not null;
alter table access_user add column issuer varchar(300);
alter table access_user add column subject varchar(255);
alter table access_user add constraint access_user_identity unique (tenant, issuer, subject);
