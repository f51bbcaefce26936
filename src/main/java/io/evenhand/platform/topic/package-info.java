/** What is common to whatever reads from topics or writes to them. */
@NullMarked
package io.evenhand.platform.topic;

import org.jspecify.annotations.NullMarked;
