/** Buckets of tokens in the database, so that all instances draw from the same. */
@NullMarked
package io.evenhand.access.limit.store;

import org.jspecify.annotations.NullMarked;
