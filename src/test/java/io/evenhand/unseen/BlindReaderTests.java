package io.evenhand.unseen;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** Where answers are reviewed blind, no reader is told the machine's word before they decided. */
@TestPropertySource(properties = "evenhand.review.blind-share=1")
class BlindReaderTests extends UnseenTestBase {

    @Test
    void hearsItNowhere() {
        Exam exam = new Exam(api, ALL).taken().lookedInto();
        List<String> told = new ArrayList<>();
        for (String role : List.of("reviewer", "lead", "admin")) {
            Visitor reader = person(role);
            for (Operation operation : operations()) {
                if (operation.isRead() && ask(reader, operation, exam).tells(MACHINE)) {
                    told.add(role + " " + operation);
                }
            }
        }

        assertThat(told).isEmpty();
        Set<String> viewers = new TreeSet<>();
        Visitor viewer = person("viewer");
        for (Operation operation : operations()) {
            if (operation.isRead() && ask(viewer, operation, exam).tells(MACHINE)) {
                viewers.add(operation.path());
            }
        }
        assertThat(viewers).contains("/", "/gradings/{id}", "/interviews/{id}", "/v1/gradings");
    }

    @Test
    void hearsItOfNothingThatCanBeDone() {
        List<String> told = new ArrayList<>();
        Visitor admin = person("admin");
        for (Operation operation : operations()) {
            if (operation.isRead()
                    || SecondReaderTests.DECIDES.contains(operation.name())
                    || SecondReaderTests.isOfAccess(operation)) {
                continue;
            }
            Exam exam = new Exam(api, ALL).taken().lookedInto();
            admin.get("/review");
            if (ask(admin, operation, exam).tells(MACHINE)) {
                told.add(operation.toString());
            }
        }

        assertThat(told).isEmpty();
    }

    @Test
    void hearsItOnceTheyHaveDecidedAndIsToldUntilThenThatSomethingIsKept() {
        Visitor reader = person("reviewer");
        Exam exam = new Exam(api, ALL).taken();
        Operation one = new Operation("GET", "/v1/gradings/{id}", "application/json");

        assertThat(ask(reader, one, exam).text()).contains("\"withheld\":true", "\"score\":null");
        String item = "/review/items/" + exam.grading();
        reader.get(item);
        String[] form = {
            "version", exam.version(), "points-1", "other", "other-1", "3", "go", "stay"
        };
        assertThat(reader.post(item + "/decision", form).status()).isEqualTo(303);

        assertThat(ask(reader, one, exam).text())
                .contains("2.71", "\"score\":3.00")
                .doesNotContain("withheld");
    }

    @Test
    void isNotApprovedWithOthersUnseen() {
        Visitor lead = person("lead");
        Exam exam = new Exam(api, ALL).taken();

        assertThat(lead.get("/review/bulk?from=0&" + exam.part()).text())
                .contains("<strong>0</strong> <span>answers");
        assertThat(
                        api.send(HttpMethod.GET, "/v1/gradings/" + exam.grading(), "", with(ALL))
                                .at("/score"))
                .as("whoever handed it in")
                .isEqualTo("2.71");
    }
}
