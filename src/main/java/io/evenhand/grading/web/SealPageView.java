package io.evenhand.grading.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some seals, newest first. */
record SealPageView(List<SealView> items, @Nullable String nextCursor) {}
