package io.evenhand.access.key;

import java.util.List;

/** All keys of a tenant, oldest first. */
public record KeyListView(List<KeyView> items) {}
