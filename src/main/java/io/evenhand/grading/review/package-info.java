/** When a person should look: policies, each a small pure function with a reason. */
@NamedInterface("review")
@NullMarked
package io.evenhand.grading.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
