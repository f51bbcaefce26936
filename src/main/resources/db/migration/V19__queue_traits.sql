-- Reasons and flags of what is in the queue, a row each, so that a rare one is found among a million without reading them all. Its columns
-- have names of their own, so that a join with review_item needs no others.
create table review_trait (
    of_tenant  varchar(64)      not null,
    of_grading varchar(26)      not null,
    -- 'reason ' or 'flag ' and its name
    trait      varchar(80)      not null,
    -- the item's place in the queue: its confidence, unless something goes ahead
    of_place   double precision not null,
    primary key (of_tenant, of_grading, trait)
);

insert into review_trait (of_tenant, of_grading, trait, of_place)
select i.tenant, i.grading_id, 'reason ' || n.name, i.confidence
from review_item i
join (values ('LOW_CONFIDENCE'), ('FLAGGED'), ('UNVERIFIED_EVIDENCE'), ('ABSTAINED'), ('BORDERLINE'), ('SAMPLED'),
             ('GRADERS_DISAGREE'), ('SECOND_READING'), ('APPEALED')) as n (name)
  on i.reasons like '%,' || n.name || ',%';

insert into review_trait (of_tenant, of_grading, trait, of_place)
select i.tenant, i.grading_id, 'flag ' || n.name, i.confidence
from review_item i
join (values ('BLANK_ANSWER'), ('NEAR_BLANK'), ('INJECTION_SUSPECTED'), ('CHAT_TEMPLATE'), ('SCORE_STRING'), ('HIDDEN_CHARACTERS'),
             ('LOOKALIKE_CHARACTERS'), ('HOSTILE_MARKUP'), ('ASKS_FOR_KEY'), ('COPIED_QUESTION'),
             ('COPIED_MODEL_ANSWER'), ('REARRANGED_MODEL_ANSWER'), ('KEYWORD_LIST'), ('HEDGING'), ('PADDING'),
             ('WRONG_LANGUAGE'), ('OFF_TOPIC')) as n (name)
  on i.flags like '%,' || n.name || ',%';

create index review_trait_by_name on review_trait (of_tenant, trait, of_place, of_grading);

create index review_item_by_flagger on review_item (tenant, flagged_by);
