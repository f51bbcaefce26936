package io.evenhand.delivery.web;

import java.util.List;

/** All endpoints of a tenant, oldest first. */
public record EndpointListView(List<EndpointView> items) {}
