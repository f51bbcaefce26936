package io.evenhand.question;

/** A question of the bank in one of its versions, counted from 1. */
public record QuestionRef(String id, int version) {}
