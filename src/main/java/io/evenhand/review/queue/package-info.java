/** The review queue: what is in it, who works on what, and what was decided. */
@NullMarked
package io.evenhand.review.queue;

import org.jspecify.annotations.NullMarked;
