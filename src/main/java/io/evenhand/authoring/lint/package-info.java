/** Finds what is wrong with a rubric before a candidate does. */
@NullMarked
package io.evenhand.authoring.lint;

import org.jspecify.annotations.NullMarked;
