/** The way of an event to the topic. */
@NullMarked
package io.evenhand.delivery.topic;

import org.jspecify.annotations.NullMarked;
