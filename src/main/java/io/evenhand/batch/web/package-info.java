/** The HTTP face of batches. */
@NullMarked
package io.evenhand.batch.web;

import org.jspecify.annotations.NullMarked;
