/** Interviews in a relational database. */
@NullMarked
package io.evenhand.interviews.store;

import org.jspecify.annotations.NullMarked;
