/** Keys, users and what they did in H2 or PostgreSQL. */
@NullMarked
package io.evenhand.access.store;

import org.jspecify.annotations.NullMarked;
