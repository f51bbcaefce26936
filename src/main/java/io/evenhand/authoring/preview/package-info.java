/** What a changed rubric or prompt would do to the grades that are there. */
@NullMarked
package io.evenhand.authoring.preview;

import org.jspecify.annotations.NullMarked;
