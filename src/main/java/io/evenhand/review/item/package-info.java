/** The pages of the queue and of one answer, and what is done there. */
@NullMarked
package io.evenhand.review.item;

import org.jspecify.annotations.NullMarked;
