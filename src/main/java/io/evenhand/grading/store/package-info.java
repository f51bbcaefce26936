/** Gradings in a relational database: H2 or PostgreSQL. */
@NullMarked
package io.evenhand.grading.store;

import org.jspecify.annotations.NullMarked;
