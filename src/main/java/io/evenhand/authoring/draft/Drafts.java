package io.evenhand.authoring.draft;

import io.evenhand.platform.TenantId;
import java.util.List;

/** All drafts of all tenants. Calls block and belong into a transaction of the storage. */
public interface Drafts {

    void add(Draft draft);

    /** Of one question, the newest first. */
    List<Draft> of(TenantId tenant, String questionId, int most);
}
