/** What is kept from people who are still to judge an answer for themselves. */
@NamedInterface("unseen")
@NullMarked
package io.evenhand.grading.unseen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
