/** The HTTP face of batches. */
@NamedInterface("web")
@NullMarked
package io.evenhand.batch.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
