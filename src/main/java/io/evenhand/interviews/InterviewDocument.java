package io.evenhand.interviews;

import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interview as a client or a file writes it: anything may be missing or wrong until it was
 * checked.
 *
 * @param version read past: the service counts the versions, and a client may send back what it got
 */
public record InterviewDocument(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String description,
        @Nullable BigDecimal passMark,
        @Nullable List<@Nullable ItemDocument> questions) {

    /** The same interview under another id. */
    public InterviewDocument withId(String newId) {
        return new InterviewDocument(newId, version, title, description, passMark, questions);
    }

    /**
     * The interview, or empty if anything is wrong with it; what is wrong is added to the
     * violations.
     *
     * @param pointer JSON Pointer to this document within what was sent
     */
    public Optional<Interview> read(String pointer, Violations violations) {
        return new InterviewChecks(this, pointer, violations).read();
    }

    /** A question of an interview as a client writes it. */
    public record ItemDocument(@Nullable String id, @Nullable BigDecimal weight) {}
}
