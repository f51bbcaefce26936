package io.evenhand.platform.vault;

import io.evenhand.support.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class SealedDatabaseOnPostgresTests extends SealedDatabaseTests {}
