-- Where the rubric of a version came from that nobody wrote.
create table rubric_draft (
    tenant      varchar(64)              not null,
    question_id varchar(100)             not null,
    version     integer                  not null,
    actor       varchar(100)             not null,
    origin      text                     not null,
    usage_json  text                     not null,
    created_at  timestamp with time zone not null,
    primary key (tenant, question_id, version)
);

-- Answers that are graded again to see what would change; nothing of it touches the gradings until it is applied.
create table regrade_preview (
    tenant      varchar(64)              not null,
    id          varchar(26)              not null,
    question_id varchar(100)             not null,
    status      varchar(16)              not null,
    actor       varchar(100)             not null,
    target      text                     not null,
    claims      integer                  not null,
    lease_until timestamp with time zone,
    created_at  timestamp with time zone not null,
    finished_at timestamp with time zone,
    applied_at  timestamp with time zone,
    applied_by  varchar(100),
    primary key (tenant, id)
);

create index regrade_preview_open on regrade_preview (status, lease_until);
create index regrade_preview_by_time on regrade_preview (created_at);

-- One answer of a preview. It holds no text of the answer, and goes when the grading goes.
create table regrade_item (
    tenant     varchar(64) not null,
    preview_id varchar(26) not null,
    seq        integer     not null,
    grading_id varchar(26) not null,
    status     varchar(16) not null,
    result     text,
    -- what apply would store, without the quotes; gone once it is stored
    grade      text,
    primary key (tenant, preview_id, seq),
    foreign key (tenant, preview_id) references regrade_preview (tenant, id) on delete cascade,
    foreign key (tenant, grading_id) references grading (tenant, id) on delete cascade
);

create index regrade_item_by_grading on regrade_item (tenant, grading_id);
