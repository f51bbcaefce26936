package io.evenhand.trust;

/** An answer without tricks that has the words or the characters of one. */
record HonestAnswer(String id, String category, String language, String question, String answer) {}
