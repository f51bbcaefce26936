package io.evenhand.question.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of questions in the order of their ids, and where the next one starts. */
public record QuestionPageView(List<QuestionView> items, @Nullable String nextCursor) {}
