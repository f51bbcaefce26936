/** How long texts are kept. */
@NullMarked
package io.evenhand.grading.retention;

import org.jspecify.annotations.NullMarked;
