package io.evenhand.grading.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of gradings, newest first, and where the next one starts. */
public record PageView(List<GradingView> items, @Nullable String nextCursor) {}
