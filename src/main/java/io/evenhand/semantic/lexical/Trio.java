package io.evenhand.semantic.lexical;

/** The words of an answer, of what it is held against, and of the question they answer. */
public record Trio(Wording question, Wording key, Wording answer) {}
