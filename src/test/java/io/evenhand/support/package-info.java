/** What tests of several modules share. */
@NullMarked
package io.evenhand.support;

import org.jspecify.annotations.NullMarked;
