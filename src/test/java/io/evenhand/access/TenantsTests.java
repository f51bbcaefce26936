package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Cost;
import io.evenhand.grading.ModelUsed;
import io.evenhand.grading.Usage;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violations;
import io.evenhand.question.QuestionDocument;
import io.evenhand.question.Questions;
import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What belongs to one tenant does not exist for another, whatever it asks. */
class TenantsTests extends KeyedApiTestBase {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Operations without an id in the path, each with a test of its own below. */
    private static final Set<String> OF_A_WHOLE =
            Set.of(
                    "GET /v1/gradings",
                    "POST /v1/gradings",
                    "POST /v1/batches",
                    "GET /v1/webhooks",
                    "POST /v1/webhooks",
                    "GET /v1/questions",
                    "POST /v1/questions",
                    "POST /v1/questions/import",
                    "GET /v1/questions/export",
                    "GET /v1/usage",
                    "GET /v1/interviews",
                    "POST /v1/interviews",
                    "POST /v1/interviews/import",
                    "POST /v1/rubrics/lint",
                    "DELETE /v1/candidates",
                    "DELETE /v1/candidates/{ref}",
                    "GET /v1/audit/seals",
                    "GET /v1/audit/verification",
                    "GET /v1/keys",
                    "POST /v1/keys",
                    "GET /v1/audit");

    private static final String QUESTION =
            "{\"id\": \"%s\", \"text\": \"What is %s?\", \"modelAnswer\": \"So.\","
                    + " \"status\": \"PUBLISHED\"}";

    private static final String INTERVIEW =
            "{\"id\": \"%s\", \"title\": \"Of noise\", \"passMark\": 60, \"questions\": [{\"id\":"
                    + " \"ours\"}]}";

    @Autowired Questions questions;
    @Autowired StrictJson json;
    @Autowired ApplicationEventPublisher events;

    @TestFactory
    List<DynamicTest> noOperationKnowsTheIdsOfAnotherTenant() {
        String id = api.post(Api.BODY, with(ALL)).id();
        api.send(HttpMethod.POST, "/v1/questions", QUESTION.formatted("ours", "noise"), with(ALL));
        api.send(HttpMethod.POST, "/v1/interviews", INTERVIEW.formatted("ours"), with(ALL));
        String batch =
                api.send(HttpMethod.POST, "/v1/batches", "[" + Api.BODY + "]", with(ALL)).id();
        Map<String, String> ids =
                Map.of(
                        "/v1/gradings/{id}",
                        id,
                        "/v1/batches/{id}",
                        batch,
                        "/v1/webhooks/{id}",
                        webhook(ALL).id(),
                        "/v1/questions/{id}",
                        "ours",
                        "/v1/interviews/{id}",
                        "ours",
                        "/v1/regrade-previews/{id}",
                        preview("ours", ALL).id(),
                        "/v1/keys/{id}",
                        key(ALL).id());
        return operations().stream()
                .filter(operation -> !OF_A_WHOLE.contains(operation))
                .map(
                        operation ->
                                DynamicTest.dynamicTest(operation, () -> isUnknown(operation, ids)))
                .toList();
    }

    private Api.Reply key(String maker) {
        String body = "{\"name\": \"of %s\", \"scopes\": [\"review\"]}".formatted(maker);
        Api.Reply reply = api.send(HttpMethod.POST, "/v1/keys", body, with(maker));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    @Test
    void keysAndTheAuditAreOnesOwnAndForKeysThatManage() {
        String ours = key(ALL).id();
        clock.advance(Duration.ofSeconds(6));

        assertThat(api.get("/v1/keys", with(ALL)).text()).contains(ours);
        assertThat(api.get("/v1/keys", with(RIVAL)).text()).doesNotContain(ours);
        assertThat(api.get("/v1/audit", with(MANAGE)).text()).contains("KEY_MADE", ours);
        assertThat(api.get("/v1/audit", with(RIVAL)).text()).doesNotContain(ours);
        for (String key : List.of(GRADE, REVIEW)) {
            assertThat(api.get("/v1/keys", with(key)).status()).isEqualTo(403);
            assertThat(api.get("/v1/audit", with(key)).status()).isEqualTo(403);
        }
    }

    private Api.Reply preview(String question, String key) {
        String path = "/v1/questions/" + question + "/regrade-preview";
        Api.Reply reply = api.send(HttpMethod.POST, path, "{}", with(key));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return reply;
    }

    @Test
    void aPreviewLooksAtOnesOwnAnswersOnly() {
        add("asked", ALL);
        add("asked", RIVAL);
        api.post("{\"questionId\": \"asked\", \"answer\": \"So.\"}", with(ALL));

        assertThat(preview("asked", ALL).at("/summary/total")).isEqualTo("1");
        assertThat(preview("asked", RIVAL).at("/summary/total")).isEqualTo("0");
    }

    @Test
    void rubricsAreForKeysThatManage() {
        add("rubric-of-ours", ALL);
        String drafts = "/v1/questions/rubric-of-ours/rubric-drafts";
        String inline = "{\"question\": {\"text\": \"Why?\", \"modelAnswer\": \"So.\"}}";
        for (String key : List.of(GRADE, REVIEW)) {
            assertThat(api.send(HttpMethod.POST, drafts, "", with(key)).status()).isEqualTo(403);
            assertThat(api.send(HttpMethod.POST, "/v1/rubrics/lint", inline, with(key)).status())
                    .isEqualTo(403);
            assertThat(api.get("/v1/regrade-previews/x", with(key)).status()).isEqualTo(403);
        }
        assertThat(api.send(HttpMethod.POST, "/v1/rubrics/lint", inline, with(MANAGE)).status())
                .isEqualTo(200);
    }

    @Test
    void aCandidateIsErasedInOnesOwnTenantAndByKeysThatManage() {
        String body = Api.BODY.replace("c-1", "c-of-both");
        String acme = api.post(body, with(ALL)).id();
        String rival = api.post(body, with(RIVAL)).id();
        for (String path :
                List.of("/v1/candidates/c-of-both", "/v1/candidates?candidateRef=c-of-both")) {
            for (String key : List.of(GRADE, REVIEW)) {
                assertThat(api.send(HttpMethod.DELETE, path, "", with(key)).status())
                        .isEqualTo(403);
            }
            assertThat(api.send(HttpMethod.DELETE, path, "", with(MANAGE)).status()).isEqualTo(204);
        }

        assertThat(api.get("/v1/gradings/" + acme, with(ALL)).at("/erased")).isEqualTo("true");
        JsonNode theirs = api.get("/v1/gradings/" + rival, with(RIVAL)).json();
        assertThat(theirs.has("erased")).isFalse();
        assertThat(theirs.at("/answer").asString()).isEqualTo("It memorises the noise.");
    }

    @Test
    void anAuditIsOnesOwnAndForKeysThatManage() {
        int before = api.get("/v1/audit/verification", with(RIVAL)).json().at("/gradings").asInt();
        api.post(Api.BODY, with(ALL));

        Api.Reply ours = api.get("/v1/audit/verification", with(MANAGE));
        assertThat(ours.at("/whole")).as(ours.text()).isEqualTo("true");
        assertThat(ours.json().at("/gradings").asInt()).isPositive();
        assertThat(api.get("/v1/audit/verification", with(RIVAL)).json().at("/gradings").asInt())
                .isEqualTo(before);
        assertThat(api.get("/v1/audit/seals", with(MANAGE)).status()).isEqualTo(200);
        assertThat(api.get("/v1/audit/seals?limit=x", with(MANAGE)).status()).isEqualTo(400);
        assertThat(api.get("/v1/audit/verification?seal=x", with(MANAGE)).status()).isEqualTo(400);
        for (String key : List.of(GRADE, REVIEW)) {
            assertThat(api.get("/v1/audit/verification", with(key)).status()).isEqualTo(403);
            assertThat(api.get("/v1/audit/seals", with(key)).status()).isEqualTo(403);
        }
    }

    private void isUnknown(String operation, Map<String, String> ids) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(operation.indexOf(' ') + 1);
        String resource = path.replaceFirst("(\\{\\w+}).*", "$1");
        assertThat(ids)
                .as("%s is new: teach this test an id of another tenant for it", operation)
                .containsKey(resource);
        String address = VARIABLE.matcher(path).replaceAll(ids.get(resource));

        Api.Reply reply = api.send(HttpMethod.valueOf(method), address, "", with(RIVAL));

        assertThat(reply.status()).as(reply.text()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain("noise");
    }

    @Test
    void aJudgementServesItsTenantOnly() {
        String answer = Api.body("It fits the noise of both.");
        api.post(answer, with(ALL));

        assertThat(api.post(answer, with(RIVAL)).json().at("/grader/cached").asBoolean()).isFalse();
        assertThat(api.post(answer, with(ALL)).json().at("/grader/cached").asBoolean()).isTrue();
        assertThat(model.calls()).isEqualTo(2);
    }

    @Test
    void operationsOfAWholeAreThoseThatAreTestedHere() {
        assertThat(operations())
                .containsAll(OF_A_WHOLE)
                .allMatch(operation -> OF_A_WHOLE.contains(operation) || operation.contains("{"));
    }

    @Test
    void aListShowsOnlyOnesOwn() {
        String acme = api.post(Api.BODY, with(ALL)).id();
        String rival = api.post(Api.BODY, with(RIVAL)).id();

        assertThat(api.get("/v1/gradings?candidateRef=c-1", with(RIVAL)).text())
                .contains(rival)
                .doesNotContain(acme);
        assertThat(api.get("/", with(RIVAL)).text()).contains(rival).doesNotContain(acme);
        assertThat(api.get("/gradings/" + acme, with(RIVAL)).status()).isEqualTo(404);
        assertThat(api.get("/gradings/" + acme, with(ALL)).status()).isEqualTo(200);
    }

    @Test
    void endpointsAreOnesOwnAndHearOfOnesOwn() {
        String acme = webhook(ALL).id();
        String rival = webhook(RIVAL).id();
        String grading = api.post(Api.BODY, with(ALL)).id();

        assertThat(api.get("/v1/webhooks", with(RIVAL)).text())
                .contains(rival)
                .doesNotContain(acme);
        assertThat(api.get("/v1/webhooks/" + acme + "/deliveries", with(ALL)).text())
                .contains(grading);
        assertThat(api.get("/v1/webhooks/" + rival + "/deliveries", with(RIVAL)).text())
                .doesNotContain(grading);
    }

    @Test
    void endpointsAreForKeysThatManage() {
        String path = "/v1/webhooks/" + webhook(MANAGE).id();

        assertThat(api.get(path, with(MANAGE)).status()).isEqualTo(200);
        for (String key : List.of(GRADE, REVIEW)) {
            assertThat(api.get(path, with(key)).status()).isEqualTo(403);
            assertThat(api.get("/v1/webhooks", with(key)).status()).isEqualTo(403);
            assertThat(api.send(HttpMethod.DELETE, path, "", with(key)).status()).isEqualTo(403);
        }
    }

    private Api.Reply webhook(String key) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/webhooks",
                        "{\"url\": \"https://93.184.215.14/\", \"events\": [\"grading.completed\"]}",
                        with(key));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    @Test
    void oneKeyOfIdempotencyServesTheBatchesOfEachTenantForItself() {
        String[] headers = {"Idempotency-Key", "same-batch"};
        String body = "[" + Api.BODY + "]";
        String acme = api.send(HttpMethod.POST, "/v1/batches", body, with(ALL, headers)).id();
        Api.Reply rival = api.send(HttpMethod.POST, "/v1/batches", "[{}]", with(RIVAL, headers));

        assertThat(rival.status()).as(rival.text()).isEqualTo(202);
        assertThat(rival.id()).isNotEqualTo(acme);
        assertThat(rival.json().at("/total").asInt()).isZero();
        assertThat(api.get("/v1/gradings?batchId=" + acme, with(RIVAL)).json().at("/items"))
                .isEmpty();
    }

    @Test
    void usageIsOnesOwnAndForKeysThatManage() {
        Usage usage = new Usage(700, 30, Optional.of(new Cost(BigDecimal.ONE, "USD")));
        events.publishEvent(new ModelUsed(new TenantId("acme"), usage));

        assertThat(api.get("/v1/usage", with(ALL)).json().at("/inputTokens").asInt())
                .isGreaterThanOrEqualTo(700);
        Api.Reply theirs = api.get("/v1/usage", with(RIVAL));
        assertThat(theirs.json().at("/inputTokens").asInt()).isZero();
        assertThat(theirs.json().at("/cost").isNull()).isTrue();
        assertThat(api.get("/v1/usage", with(MANAGE)).status()).isEqualTo(200);
        for (String key : List.of(GRADE, REVIEW)) {
            assertThat(api.get("/v1/usage", with(key)).status()).isEqualTo(403);
        }
    }

    @Test
    void batchesNeedTheScopeForGrading() {
        assertThat(api.send(HttpMethod.POST, "/v1/batches", "[]", with(REVIEW)).status())
                .isEqualTo(403);
        assertThat(api.get("/v1/batches/x", with(MANAGE)).status()).isEqualTo(403);
        assertThat(api.get("/v1/batches/x", with(GRADE)).status()).isEqualTo(404);
    }

    @Test
    void aBankHoldsOnlyOnesOwnQuestionsAndAnIdIsFreeForEachTenant() {
        assertThat(add("shared", ALL).status()).isEqualTo(201);
        Api.Reply theirs = add("shared", RIVAL);
        add("of-acme", ALL);

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.at("/version")).isEqualTo("1");
        for (String whole : List.of("/v1/questions?limit=200", "/v1/questions/export")) {
            assertThat(api.get(whole, with(ALL)).text()).contains("shared").contains("of-acme");
            assertThat(api.get(whole, with(RIVAL)).text())
                    .contains("shared")
                    .doesNotContain("of-acme");
        }
    }

    @Test
    void interviewsAndTheirCandidatesAreOnesOwn() {
        for (String key : List.of(ALL, RIVAL)) {
            add("ours", key);
            String interview = INTERVIEW.formatted("of-both");
            assertThat(api.send(HttpMethod.POST, "/v1/interviews", interview, with(key)).status())
                    .isEqualTo(201);
        }
        api.send(HttpMethod.POST, "/v1/interviews", INTERVIEW.formatted("of-acme"), with(ALL));
        api.post(
                "{\"questionId\": \"ours\", \"answer\": \"So.\", \"candidateRef\": \"c-acme\"}",
                with(ALL));

        assertThat(api.get("/v1/interviews?limit=200", with(ALL)).text()).contains("of-acme");
        assertThat(api.get("/v1/interviews?limit=200", with(RIVAL)).text())
                .contains("of-both")
                .doesNotContain("of-acme");
        for (String part : List.of("/candidates", "/results")) {
            String path = "/v1/interviews/of-both" + part;
            assertThat(api.get(path, with(ALL)).text()).contains("c-acme");
            assertThat(api.get(path, with(RIVAL)).text()).doesNotContain("c-acme");
        }
        String own = "/v1/interviews/of-both/candidates/c-acme";
        assertThat(api.get(own, with(ALL)).status()).isEqualTo(200);
        assertThat(api.get(own, with(RIVAL)).status()).isEqualTo(404);
    }

    @Test
    void anImportChangesOnlyOnesOwnBank() {
        String file = "questions: [{id: imported, text: %s?, modelAnswer: So.}]";
        String path = "/v1/questions/import";
        String[] yaml = {"Content-Type", "application/yaml"};
        api.send(HttpMethod.POST, path, file.formatted("Ours"), with(ALL, yaml));

        Api.Reply theirs =
                api.send(HttpMethod.POST, path, file.formatted("Theirs"), with(RIVAL, yaml));

        assertThat(theirs.at("/created")).isEqualTo("1");
        assertThat(api.get("/v1/questions/imported", with(ALL)).at("/text")).isEqualTo("Ours?");
    }

    private Api.Reply add(String id, String key) {
        return api.send(HttpMethod.POST, "/v1/questions", QUESTION.formatted(id, id), with(key));
    }

    @Test
    void oneKeyOfIdempotencyServesEachTenantForItself() {
        String acme = api.post(Api.BODY, with(ALL, "Idempotency-Key", "same")).id();
        Api.Reply rival = api.post(Api.body("Another."), with(RIVAL, "Idempotency-Key", "same"));

        assertThat(rival.status()).isEqualTo(200);
        assertThat(rival.id()).isNotEqualTo(acme);
    }

    @Test
    void aQuestionOfAnotherTenantIsNotInTheBank() {
        String document = "{\"text\": \"Why?\", \"modelAnswer\": \"So.\"}";
        Violations violations = new Violations();
        questions.publish(
                new TenantId("acme"),
                "why",
                json.read(
                                document.getBytes(StandardCharsets.UTF_8),
                                QuestionDocument.class,
                                violations)
                        .read("", violations)
                        .orElseThrow());
        String body = "{\"questionId\": \"why\", \"answer\": \"So.\"}";

        Api.Reply own = api.post(body, with(ALL));
        assertThat(own.status()).as(own.text()).isEqualTo(200);
        assertThat(own.json().at("/question").toString())
                .isEqualTo("{\"id\":\"why\",\"version\":1}");
        assertThat(api.get("/v1/gradings?questionId=why", with(ALL)).at("/items/0/id"))
                .isEqualTo(own.id());
        Api.Reply other = api.post(body, with(RIVAL));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/errors/0/pointer")).isEqualTo("/questionId");
        assertThat(api.post(body.replace("}", ", \"questionVersion\": 1}"), with(RIVAL)).status())
                .isEqualTo(422);
    }

    private Set<String> operations() {
        JsonNode paths = api.get("/v3/api-docs").json().at("/paths");
        return paths.propertyStream()
                .flatMap(
                        path ->
                                path.getValue().propertyNames().stream()
                                        .map(
                                                method ->
                                                        method.toUpperCase(Locale.ROOT)
                                                                + " "
                                                                + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
