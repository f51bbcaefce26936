/** Whose turn it is, where more is to be done than can be done at a time. */
@NamedInterface("turns")
@NullMarked
package io.evenhand.grading.turns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
