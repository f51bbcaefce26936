/** What models have cost, in H2 or PostgreSQL. */
@NullMarked
package io.evenhand.budget.store;

import org.jspecify.annotations.NullMarked;
