package io.evenhand.authoring.preview;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.util.List;

/** What a preview would do. */
public record Plan(TenantId tenant, String questionId, Target target, List<GradingId> answers) {}
