/** Has identical work judged once: in flight by sharing a call, later from what was said of it. */
@NullMarked
package io.evenhand.grading.precedent;

import org.jspecify.annotations.NullMarked;
