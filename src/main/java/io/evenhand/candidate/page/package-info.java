/** The page that a candidate sees, and what may be on it. */
@NullMarked
package io.evenhand.candidate.page;

import org.jspecify.annotations.NullMarked;
