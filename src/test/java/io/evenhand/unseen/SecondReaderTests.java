package io.evenhand.unseen;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one reader decided is not told to anybody who may have to read the answer after them. */
class SecondReaderTests extends UnseenTestBase {

    /** Whoever decides owes nothing any more. */
    static final Set<String> DECIDES =
            Set.of("POST /review/items/{id}/decision", "POST /v1/gradings/{id}/review");

    private Exam exam(Visitor first) {
        return new Exam(api, ALL).taken().readBy(first, "1.37", "first-words").lookedInto();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead", "admin"})
    void hearsItNowhere(String role) {
        Visitor reader = person(role);
        Exam exam = exam(person("reviewer"));
        List<String> told = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.isRead() && ask(reader, operation, exam).tells(FIRST)) {
                told.add(operation.toString());
            }
        }

        assertThat(told).as("addresses that tell a %s what the first decided", role).isEmpty();
        assertThat(ask(REVIEW, one("/v1/gradings/{id}"), exam).tells(FIRST)).isFalse();
        for (String page : List.of("/", "/gradings/{id}", "/v1/gradings/{id}", "/review")) {
            Heard heard = ask(reader, one(page), exam);
            assertThat(heard.status()).as(page).isEqualTo(200);
            assertThat(heard.tells(MACHINE)).as("what the machine said, at %s", page).isTrue();
        }
    }

    @Test
    void isShownToWhoeverJudgesNothingAndToWhoeverDecided() {
        Visitor first = person("reviewer");
        Visitor viewer = person("viewer");
        Exam exam = exam(first);
        Map<String, Visitor> both = Map.of("viewer", viewer, "first", first);
        both.forEach(
                (who, visitor) -> {
                    Set<String> told = new TreeSet<>();
                    for (Operation operation : operations()) {
                        if (operation.isRead() && ask(visitor, operation, exam).tells(FIRST)) {
                            told.add(operation.path());
                        }
                    }
                    assertThat(told)
                            .as(who)
                            .contains(
                                    "/",
                                    "/gradings/{id}",
                                    "/interviews/{id}",
                                    "/interviews/{id}/candidates/{grading}",
                                    "/interviews/{id}/compare",
                                    "/interviews/{id}/results.csv",
                                    "/interviews/{id}/results.xlsx",
                                    "/v1/gradings",
                                    "/v1/gradings/{id}",
                                    "/v1/gradings/{id}/history",
                                    "/v1/interviews/{id}/candidates",
                                    "/v1/interviews/{id}/candidates/{ref}",
                                    "/v1/interviews/{id}/comparison",
                                    "/v1/interviews/{id}/results");
                });
        for (String path : List.of("/v1/batches/{id}/results", "/v1/regrade-previews/{id}")) {
            assertThat(ask(ALL, one(path), exam).tells(FIRST))
                    .as("a program that hands answers in, %s", path)
                    .isTrue();
        }
    }

    @Test
    void hearsItOfNothingThatCanBeDone() {
        List<String> told = new ArrayList<>();
        Visitor first = person("reviewer");
        Visitor admin = person("admin");
        for (Operation operation : operations()) {
            if (operation.isRead() || DECIDES.contains(operation.name()) || isOfAccess(operation)) {
                continue;
            }
            Exam exam = exam(first);
            admin.get("/review");
            if (ask(admin, operation, exam).tells(FIRST)) {
                told.add(operation.toString());
            }
        }

        assertThat(told).isEmpty();
    }

    /** What signs people out or in, or tries a rubric, and knows of no answer that was given. */
    static boolean isOfAccess(Operation operation) {
        return operation.path().endsWith("/lint")
                || operation.path().endsWith("/try")
                || List.of("/signin", "/signout", "/setup", "/account", "/admin", "/v1/keys")
                        .stream()
                        .anyMatch(operation.path()::startsWith);
    }

    @Test
    void hearsNoNameInWhatHappened() {
        Visitor second = person("reviewer");
        Visitor first = person("lead");
        Exam exam = new Exam(api, ALL).taken().readBy(first, "1.37", "first-words");
        for (String path : List.of("/gradings/{id}", "/v1/gradings/{id}/history")) {
            assertThat(ask(second, one(path), exam).text())
                    .contains("another reader")
                    .doesNotContain("lead-");
            assertThat(ask(first, one(path), exam).text()).contains("lead-");
        }
    }

    private Operation one(String path) {
        return operations().stream()
                .filter(operation -> operation.isRead() && operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
