package io.evenhand.question;

/** One option of a multiple-choice question. */
public record Option(String id, String text, boolean correct) {}
