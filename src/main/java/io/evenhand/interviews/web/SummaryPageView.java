package io.evenhand.interviews.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of candidates in the order of their references, and where the next one starts. */
public record SummaryPageView(List<SummaryView> items, @Nullable String nextCursor) {}
