package io.evenhand.interviews.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of interviews in the order of their ids, and where the next one starts. */
public record InterviewPageView(List<InterviewView> items, @Nullable String nextCursor) {}
