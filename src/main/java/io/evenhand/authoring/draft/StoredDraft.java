package io.evenhand.authoring.draft;

import io.evenhand.question.Entry;

/** A draft and the version of the question that it became. */
public record StoredDraft(Entry version, Draft draft) {}
