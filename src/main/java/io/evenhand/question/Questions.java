package io.evenhand.question;

import io.evenhand.platform.TenantId;
import java.util.Optional;

/**
 * The question bank: immutable versions of each question. Calls block, in a storage transaction.
 */
public interface Questions {

    /** The latest published version. */
    Optional<Question> published(TenantId tenant, String id);

    /** One version, whether it is published or not. */
    Optional<Question> version(TenantId tenant, String id, int version);

    /** Adds the next version of a question. */
    QuestionRef publish(TenantId tenant, String id, Question question);

    boolean isEmpty(TenantId tenant);
}
