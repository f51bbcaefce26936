/** Endpoints and deliveries in a relational database: H2 or PostgreSQL. */
@NullMarked
package io.evenhand.delivery.store;

import org.jspecify.annotations.NullMarked;
