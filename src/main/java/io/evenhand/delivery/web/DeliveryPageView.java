package io.evenhand.delivery.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of deliveries, newest first, and where the next one starts. */
public record DeliveryPageView(List<DeliveryView> items, @Nullable String nextCursor) {}
