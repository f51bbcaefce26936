package io.evenhand.question;

/** A step of a criterion: a label that the grader chooses by, and what it earns. */
public record Level(String label, Points points) {}
