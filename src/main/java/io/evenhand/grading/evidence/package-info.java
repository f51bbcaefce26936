/** Looks for what a grader quotes in what the candidate wrote. */
@NullMarked
package io.evenhand.grading.evidence;

import org.jspecify.annotations.NullMarked;
