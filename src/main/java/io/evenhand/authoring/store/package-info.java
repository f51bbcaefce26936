/** Drafts and previews in H2 or PostgreSQL. */
@NullMarked
package io.evenhand.authoring.store;

import org.jspecify.annotations.NullMarked;
