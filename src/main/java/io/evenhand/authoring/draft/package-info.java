/** Drafts of rubrics, and where they came from. */
@NullMarked
package io.evenhand.authoring.draft;

import org.jspecify.annotations.NullMarked;
