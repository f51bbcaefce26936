package io.evenhand.dispatch.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evenhand.access.Tenants;
import io.evenhand.grading.web.GradingRequest;
import io.evenhand.grading.web.SubmissionReader;
import io.evenhand.grading.work.Order;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a record as the request that it would be over HTTP: its value is the body, its key the
 * idempotency key. Whoever may write to the topic is trusted to say for whom, unless the topic is
 * one tenant's.
 */
final class RequestReader {

    static final String TENANT = "tenant";

    private static final String ACTOR = "topic";

    /** In bytes; as long as over HTTP. */
    private static final int LONGEST_KEY = 255;

    private final StrictJson json;
    private final SubmissionReader submissions;
    private final Tenants tenants;
    private final Optional<String> owner;

    /**
     * @param owner whose topic it is, if it is one tenant's
     */
    RequestReader(
            StrictJson json,
            SubmissionReader submissions,
            Tenants tenants,
            Optional<String> owner) {
        this.json = json;
        this.submissions = submissions;
        this.tenants = tenants;
        this.owner = owner;
    }

    Mono<Order> read(ConsumerRecord<byte[], byte[]> written) {
        TenantId tenant = tenant(written);
        Sha256 key = key(written.key());
        byte[] body = body(written.value());
        Violations violations = new Violations();
        GradingRequest request = json.read(body, GradingRequest.class, violations);
        return submissions
                .read(tenant, request, violations)
                .map(
                        submission ->
                                new Order(
                                        tenant,
                                        ACTOR,
                                        submission,
                                        Optional.of(new Order.Key(key, json.digest(body))),
                                        true));
    }

    private TenantId tenant(ConsumerRecord<byte[], byte[]> written) {
        Optional<String> named = header(written);
        if (owner.isPresent() && named.isPresent() && !named.equals(owner)) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN,
                    "The topic is another tenant's.",
                    List.of(Violation.of(TENANT, "is not the tenant whose topic this is")));
        }
        return owner.or(() -> named)
                .flatMap(tenants::find)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ProblemCode.FORBIDDEN,
                                        "Nobody knows whose request it is.",
                                        List.of(
                                                Violation.of(
                                                        TENANT,
                                                        "is missing, or names no tenant of this"
                                                                + " service"))));
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> written) {
        return Optional.ofNullable(written.headers().lastHeader(TENANT))
                .map(Header::value)
                .map(value -> new String(value, UTF_8));
    }

    private static Sha256 key(byte @Nullable [] key) {
        if (key == null || key.length == 0 || key.length > LONGEST_KEY) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "The record's key is its idempotency key.",
                    List.of(Violation.of("key", "has 1 to " + LONGEST_KEY + " bytes")));
        }
        return Sha256.of(key);
    }

    private static byte[] body(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new Refusal(
                    ProblemCode.MALFORMED_BODY, "The record is empty; send a JSON object.");
        }
        return value;
    }
}
