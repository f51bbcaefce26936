package io.evenhand.authoring.web;

import java.util.List;

/** The drafts of a question, the newest first. */
record DraftListView(List<DraftView> items) {}
