/** Points, caps, totals and confidence: all that is counted, counted in code. */
@NullMarked
package io.evenhand.grading.scoring;

import org.jspecify.annotations.NullMarked;
