/** The way of an answer to its grade: accepting, marking, storing, and what happens in between. */
@NamedInterface("work")
@NullMarked
package io.evenhand.grading.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
