package io.evenhand.trust;

/** An answer without any trick, to compare with. */
record PlainAnswer(SuiteQuestion question, Attack.Quality quality, String text) {}
