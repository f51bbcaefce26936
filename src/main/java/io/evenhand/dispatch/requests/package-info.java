/** Requests to grade that come by topic. */
@NullMarked
package io.evenhand.dispatch.requests;

import org.jspecify.annotations.NullMarked;
