package io.evenhand.grading.audit;

import io.evenhand.support.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class AuditOnPostgresTests extends AuditTests {}
