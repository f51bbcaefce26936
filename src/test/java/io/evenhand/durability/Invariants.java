package io.evenhand.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Receiver;
import io.evenhand.durability.Traffic.Handed;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.store.AuditChain;
import io.evenhand.grading.store.StoredHistory;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds whatever was killed, by name; to be asked when everything has settled. */
final class Invariants {

    private final Cluster cluster;
    private final Traffic traffic;
    private final JdbcClient jdbc;
    private final List<Stored> gradings;
    private final Map<Stored, List<HistoryEntry>> histories = new HashMap<>();
    private final Map<String, List<Receiver.Event>> events;

    /**
     * @param events what each tenant's receiver was sent
     */
    Invariants(Cluster cluster, Traffic traffic, Map<String, List<Receiver.Event>> events) {
        this.cluster = cluster;
        this.traffic = traffic;
        this.events = events;
        this.jdbc = cluster.jdbc();
        this.gradings =
                jdbc.sql("select tenant, id, status, candidate_ref from grading")
                        .query(
                                (row, number) ->
                                        new Stored(
                                                row.getString("tenant"),
                                                row.getString("id"),
                                                GradingStatus.valueOf(row.getString("status")),
                                                row.getString("candidate_ref")))
                        .list();
        StoredHistory history = new StoredHistory(jdbc, new StorageJson());
        gradings.forEach(
                grading ->
                        histories.put(
                                grading,
                                history.of(
                                        new TenantId(grading.tenant()),
                                        new GradingId(grading.id()))));
    }

    void hold(long extraCalls, int inFlightAtKills) throws Exception {
        acknowledgedExists();
        exactlyOneTerminalState();
        aZombiesResultIsDropped();
        oneKeyOneGrading();
        finalChangesOnlyByAudit();
        atLeastOneWebhookEach();
        atLeastOneEventByTopicEach();
        nothingAcrossTenants();
        auditChainVerifies();
        fallbackIsLabelled();
        assertThat(extraCalls).as("extra model calls").isBetween(0L, (long) inFlightAtKills);
    }

    void acknowledgedExists() {
        Set<String> stored = new HashSet<>();
        gradings.forEach(grading -> stored.add(grading.tenant() + "/" + grading.id()));
        traffic.acknowledged()
                .forEach(
                        (handed, ids) ->
                                ids.forEach(
                                        id ->
                                                assertThat(
                                                                stored.contains(
                                                                        handed.tenant() + "/" + id))
                                                        .as(
                                                                "acknowledged %s of %s exists",
                                                                id, handed)
                                                        .isTrue()));
        for (Handed record : traffic.topics().sent()) {
            assertThat(gradings.stream().filter(g -> g.isOf(record)))
                    .as("gradings of the record %s", record)
                    .hasSize(1);
        }
        for (Handed batch : traffic.batches()) {
            assertThat(lines(batch))
                    .as("every line of an acknowledged batch")
                    .isEqualTo(Traffic.LINES);
        }
    }

    private int lines(Handed batch) {
        return jdbc.sql("select count(*) from grading where tenant = :tenant and batch_id = :id")
                .param("tenant", batch.tenant())
                .param("id", batch.key())
                .query(Integer.class)
                .single();
    }

    void exactlyOneTerminalState() {
        for (Stored grading : gradings) {
            assertThat(grading.status().isOpen()).as("settled: %s", grading).isFalse();
            int ends = 0;
            boolean open = true;
            for (HistoryEntry entry : histories.get(grading)) {
                ends += open && !entry.status().isOpen() ? 1 : 0;
                assertThat(open || !entry.status().isOpen()).as("never open again").isTrue();
                open = entry.status().isOpen();
            }
            assertThat(ends).as("one terminal state of %s", grading).isEqualTo(1);
            assertThat(gradedAtOnce(grading)).as("one first grade of %s", grading).isEqualTo(1);
        }
    }

    /** Entries that store revision 1; a zombie's would be a second one. */
    private long gradedAtOnce(Stored grading) {
        return histories.get(grading).stream()
                .filter(entry -> entry.event() == HistoryEntry.Event.GRADED)
                .filter(entry -> entry.revision() == 1)
                .count();
    }

    /** A grade comes from a call that was made after its attempt had begun. */
    void aZombiesResultIsDropped() throws Exception {
        for (Stored grading : gradings) {
            Instant begun = Instant.EPOCH;
            Optional<Instant> begunBeforeGrade = Optional.empty();
            for (HistoryEntry entry : histories.get(grading)) {
                switch (entry.event()) {
                    case ACCEPTED, CLAIMED -> begun = entry.at();
                    case GRADED ->
                            begunBeforeGrade = Optional.of(begun).filter(at -> byCall(entry));
                    default -> {}
                }
            }
            if (begunBeforeGrade.isPresent()) {
                assertThat(askedAt(grading))
                        .as("the call that %s was graded by", grading)
                        .isAfterOrEqualTo(begunBeforeGrade.get());
            }
        }
    }

    private static boolean byCall(HistoryEntry entry) {
        return entry.grader().filter(by -> by.model().isPresent() && !by.cached()).isPresent();
    }

    private Instant askedAt(Stored grading) throws Exception {
        String path = "/v1/gradings/" + grading.id();
        String summary =
                JsonMapper.shared()
                        .readTree(traffic.get(0, path, grading.tenant()).body())
                        .at("/feedback/summary")
                        .asString();
        String time = summary.substring(summary.lastIndexOf(' ') + 1, summary.length() - 1);
        return Instant.parse(time);
    }

    void oneKeyOneGrading() {
        traffic.acknowledged()
                .forEach(
                        (handed, ids) -> {
                            assertThat(ids).as("ids of %s", handed).hasSize(1);
                            assertThat(gradings.stream().filter(g -> g.isOf(handed)))
                                    .as("gradings of %s", handed)
                                    .hasSize(1);
                        });
    }

    /** What a client saw as final is there still, or the history says what replaced it. */
    void finalChangesOnlyByAudit() throws Exception {
        for (JsonNode seen : traffic.seen()) {
            String id = seen.path("id").asString();
            Stored stored =
                    gradings.stream().filter(g -> g.id().equals(id)).findAny().orElseThrow();
            HttpResponse<String> response = traffic.get(0, "/v1/gradings/" + id, stored.tenant());
            JsonNode now = JsonMapper.shared().readTree(response.body());
            int revision = seen.path("revision").asInt();
            if (now.path("revision").asInt() == revision) {
                for (String field : List.of("status", "score", "criteria", "gradedAt")) {
                    assertThat(now.path(field)).as(field).isEqualTo(seen.path(field));
                }
            } else {
                assertThat(histories.get(stored))
                        .as("what replaced revision %s of %s", revision, id)
                        .anyMatch(entry -> entry.revision() > revision);
            }
        }
    }

    void atLeastOneWebhookEach() {
        Map<String, Set<String>> messages = new HashMap<>();
        events.values()
                .forEach(
                        all ->
                                all.forEach(
                                        event ->
                                                messages.computeIfAbsent(
                                                                event.at("/data/id"),
                                                                id -> new HashSet<>())
                                                        .add(event.id())));
        assertOneIdEach("webhook", messages);
    }

    void atLeastOneEventByTopicEach() {
        Map<String, Set<String>> messages = new HashMap<>();
        for (ConsumerRecord<String, String> event : traffic.topics().results()) {
            if (Topics.header(event, "type").equals("grading.completed")) {
                JsonNode data = JsonMapper.shared().readTree(event.value()).path("data");
                assertThat(data.path("candidateRef").asString())
                        .as("tenant in the header of an event")
                        .startsWith(Topics.header(event, "tenant"));
                messages.computeIfAbsent(data.path("id").asString(), id -> new HashSet<>())
                        .add(Topics.header(event, "id"));
            }
        }
        assertOneIdEach("topic", messages);
    }

    private void assertOneIdEach(String way, Map<String, Set<String>> messages) {
        for (Stored grading : gradings) {
            assertThat(messages.getOrDefault(grading.id(), Set.of()))
                    .as("ids of grading.completed of %s by %s", grading, way)
                    .hasSize(1);
        }
    }

    void nothingAcrossTenants() throws Exception {
        events.forEach(
                (tenant, all) ->
                        assertThat(all)
                                .as("events of %s", tenant)
                                .allMatch(
                                        event ->
                                                event.at("/data/candidateRef").startsWith(tenant)));
        for (Handed handed : new ArrayList<>(traffic.acknowledged().keySet()).subList(0, 20)) {
            String id = traffic.acknowledged().get(handed).iterator().next();
            String other = handed.tenant().equals("alpha") ? "beta" : "alpha";
            assertThat(traffic.get(1, "/v1/gradings/" + id, other).statusCode())
                    .as("another tenant's grading")
                    .isEqualTo(404);
        }
        assertThat(gradings).allMatch(grading -> grading.candidate().startsWith(grading.tenant()));
    }

    void auditChainVerifies() {
        histories.forEach(
                (grading, entries) ->
                        assertThat(
                                        AuditChain.broken(
                                                new TenantId(grading.tenant()),
                                                new GradingId(grading.id()),
                                                entries))
                                .as("audit chain of %s", grading)
                                .isEqualTo(Optional.empty()));
    }

    void fallbackIsLabelled() {
        histories.forEach(
                (grading, entries) ->
                        entries.stream()
                                .filter(entry -> entry.status() == GradingStatus.PROVISIONAL)
                                .forEach(
                                        entry ->
                                                assertThat(
                                                                entry.grader()
                                                                        .orElseThrow()
                                                                        .fallbackReason())
                                                        .as("reason of the fallback of %s", grading)
                                                        .isPresent()));
    }

    /** Grades that a model was called for. */
    long gradesByModel() {
        return histories.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.event() == HistoryEntry.Event.GRADED)
                .map(entry -> entry.grader().orElseThrow())
                .filter(grader -> grader.model().isPresent() && !grader.cached())
                .count();
    }

    /** Gradings that were provisional once and are graded by a model now. */
    long gradedAgain() {
        return histories.values().stream()
                .filter(entries -> entries.stream().anyMatch(Invariants::isProvisional))
                .filter(entries -> !isProvisional(entries.getLast()))
                .count();
    }

    private static boolean isProvisional(HistoryEntry entry) {
        return entry.status() == GradingStatus.PROVISIONAL;
    }

    private record Stored(String tenant, String id, GradingStatus status, String candidate) {

        boolean isOf(Handed handed) {
            return tenant.equals(handed.tenant()) && handed.key().equals(candidate);
        }
    }
}
