package io.evenhand.access;

import io.evenhand.access.limit.Quota;

/**
 * A key that was found.
 *
 * @param name tells it from all others
 * @param quota how much it may send
 */
record KnownKey(Caller caller, String name, Quota quota) {}
