/** The review queue in a relational database: H2 or PostgreSQL. */
@NullMarked
package io.evenhand.review.store;

import org.jspecify.annotations.NullMarked;
