/** Batches and their lines in a relational database: H2 or PostgreSQL. */
@NullMarked
package io.evenhand.batch.store;

import org.jspecify.annotations.NullMarked;
