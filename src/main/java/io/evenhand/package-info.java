/** Fair marks for written answers, even when the model is down. */
@NullMarked
package io.evenhand;

import org.jspecify.annotations.NullMarked;
