-- What is over is found to be forgotten.
create index candidate_link_by_end on candidate_link (expires_at);
create index candidate_link_by_revocation on candidate_link (revoked_at);
