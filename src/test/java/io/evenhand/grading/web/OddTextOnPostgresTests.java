package io.evenhand.grading.web;

import io.evenhand.support.OnPostgres;

/** The same on PostgreSQL, whose text knows no NUL. */
@OnPostgres
class OddTextOnPostgresTests extends OddTextTests {}
