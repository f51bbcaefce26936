/** The detectors: each looks for one kind of trick in an answer and raises flags. */
@NullMarked
package io.evenhand.guard.detect;

import org.jspecify.annotations.NullMarked;
