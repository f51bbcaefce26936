package io.evenhand.delivery.send;

import java.net.URI;

/**
 * An event as it is sent.
 *
 * @param timestamp of this attempt, in seconds since 1970, as the signature covers it
 * @param signatures one or more, with blanks between them
 */
record Letter(URI to, String id, long timestamp, String signatures, String body) {}
