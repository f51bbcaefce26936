package io.evenhand.grading.web;

import io.evenhand.support.OnPostgres;

/** The same on PostgreSQL, where gradings that are erased are locked one by one. */
@OnPostgres
class ErasureOnPostgresTests extends ErasureTests {}
