/** When a person should look: policies, each a small pure function with a reason. */
@NullMarked
package io.evenhand.grading.review;

import org.jspecify.annotations.NullMarked;
