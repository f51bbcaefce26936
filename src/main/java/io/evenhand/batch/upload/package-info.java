/** The way of an upload from its bytes to stored lines, a little at a time. */
@NullMarked
package io.evenhand.batch.upload;

import org.jspecify.annotations.NullMarked;
