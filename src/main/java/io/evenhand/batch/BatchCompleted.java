package io.evenhand.batch;

import io.evenhand.grading.BatchId;
import io.evenhand.platform.TenantId;

/** That nothing of a batch is open any more; published once, in the transaction that says so. */
public record BatchCompleted(TenantId tenant, BatchId batch) {}
