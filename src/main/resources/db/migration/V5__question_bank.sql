-- What a version of a question is found by, beside its document. The texts in search_text are in lower case.
alter table question_version add column kind varchar(20) default 'TECHNICAL' not null;
alter table question_version add column level varchar(16);
alter table question_version add column category varchar(100);
alter table question_version add column language varchar(100);
alter table question_version add column profile text default '{}' not null;
alter table question_version add column search_text text default '' not null;

update question_version set search_text = lower(document);
update question_version set kind = 'MULTIPLE_CHOICE' where document like '%"kind":"MULTIPLE_CHOICE"%';
update question_version set kind = 'PROBLEM_SOLVING' where document like '%"kind":"PROBLEM_SOLVING"%';
update question_version set kind = 'BEHAVIOURAL' where document like '%"kind":"BEHAVIOURAL"%';
update question_version set kind = 'SITUATIONAL' where document like '%"kind":"SITUATIONAL"%';

-- The head of a question: its latest version, and the latest that is no draft. Whoever adds a version moves it.
create table question (
    tenant   varchar(64)  not null,
    id       varchar(100) not null,
    latest   integer      not null,
    in_force integer,
    primary key (tenant, id)
);

insert into question (tenant, id, latest, in_force)
select tenant, id, max(version), max(case when status = 'DRAFT' then null else version end)
from question_version group by tenant, id;

create table question_skill (
    tenant  varchar(64)  not null,
    id      varchar(100) not null,
    version integer      not null,
    skill   varchar(100) not null,
    primary key (tenant, id, version, skill)
);

create index question_skill_by_name on question_skill (tenant, skill);
