/** The pages of the question bank, and of an answer that is graded to see what comes of it. */
@NullMarked
package io.evenhand.authoring.page;

import org.jspecify.annotations.NullMarked;
