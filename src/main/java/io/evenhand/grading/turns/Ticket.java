package io.evenhand.grading.turns;

import io.evenhand.platform.TenantId;

/** On whose behalf somebody stands in line, and how urgent it is. */
public record Ticket(TenantId tenant, Urgency urgency) {}
