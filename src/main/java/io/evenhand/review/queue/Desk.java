package io.evenhand.review.queue;

/**
 * A person at a browser.
 *
 * @param name what the history calls the person
 * @param window tells the browsers of one person apart; means nothing else
 * @param leads whether they may decide between two readers
 */
public record Desk(String name, String window, boolean leads) {}
