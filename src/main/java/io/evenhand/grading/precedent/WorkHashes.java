package io.evenhand.grading.precedent;

import io.evenhand.grading.AnswerHash;
import io.evenhand.grading.Assignment;
import io.evenhand.grading.Submission;
import io.evenhand.grading.Work;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.platform.KeyedHash;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hides what work is about behind keyed hashes, since short answers are found by trying where a
 * hash has no key. The tenant is part of each, so that nobody sees what two tenants share.
 */
@Component
class WorkHashes {

    private static final String PURPOSE = "evenhand/grading/precedents/1";

    /** To be raised when a judgement that was kept means something else by now. */
    private static final String FORM = "1";

    private static final Logger LOG = LoggerFactory.getLogger(WorkHashes.class);

    private final ServiceKey key;
    private final AnswerGuard guard;
    private final StorageJson json;
    private final AtomicBoolean warned = new AtomicBoolean();

    WorkHashes(ServiceKey key, AnswerGuard guard, StorageJson json) {
        this.key = key;
        this.guard = guard;
        this.json = json;
    }

    /** Without a key nothing can be told to be identical; grading goes on all the same. */
    Optional<Work> ifKeyed(Assignment assignment, List<String> basis) {
        try {
            return Optional.of(of(assignment, basis));
        } catch (UncheckedIOException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn(
                        "Identical answers are judged one by one, since there is no key to tell"
                                + " them by: set evenhand.key, or make evenhand.data writable.");
            }
            return Optional.empty();
        }
    }

    /**
     * @param basis what the model's word depends on, as it says itself
     */
    Work of(Assignment assignment, List<String> basis) {
        KeyedHash hash = hash();
        String tenant = assignment.tenant().value();
        List<Object> all = List.of(FORM, tenant, assignment.rubric(), basis);
        return new Work(
                answer(hash, assignment.tenant(), assignment.answer()), hash.of(json.write(all)));
    }

    /** Of an answer that was handed in. */
    AnswerHash answer(TenantId tenant, Submission submission) {
        return answer(hash(), tenant, guard.view(submission.answer(), submission.redact()).text());
    }

    private AnswerHash answer(KeyedHash hash, TenantId tenant, String view) {
        return new AnswerHash(
                tenant, hash.of(json.write(List.of(tenant.value(), view))), hash.keyId());
    }

    private KeyedHash hash() {
        return new KeyedHash(key.derived(PURPOSE, KeyedHash.ALGORITHM));
    }
}
