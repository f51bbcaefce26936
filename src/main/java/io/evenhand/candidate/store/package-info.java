/** Links and appeals in the database. */
@NullMarked
package io.evenhand.candidate.store;

import org.jspecify.annotations.NullMarked;
