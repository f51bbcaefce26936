/** The HTTP face of webhooks. */
@NullMarked
package io.evenhand.delivery.web;

import org.jspecify.annotations.NullMarked;
