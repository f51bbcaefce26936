package io.evenhand.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.evenhand.support.ApiTestBase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A file of human-graded answers on its way through a running service. */
@TestPropertySource(properties = "evenhand.dispatch.interval=20ms")
class AnswerImportTests extends ApiTestBase {

    private static final String FILE =
            """
            dataset,split,question_id,question,model_answer,rubric,answer_id,answer,score,max_score,label,feedback
            d,s,Q_1,=Why?,Because.,"{""type"":""reference_answers"",""items"":[{""text"":""So it is.""}]}",1.1,"a
            b",1,2,,
            d,s,Q_1,=Why?,Because.,"{""type"":""reference_answers"",""items"":[{""text"":""So it is.""}]}",1.2,  ,0,2,,
            d,s,q_1,How?,,"{""type"":""items_labelled"",""items"":[{""id"":""1"",""text"":""Says so"",""points"":1,""human_mean"":1},{""id"":""2"",""text"":""Says how"",""points"":2,""human_mean"":0}]}",2.1,Übel \uD83E\uDD16,1,3,,
            d,s,Q 3,When?,,"{""type"":""text"",""text"":""Names the year."",""correct_examples"":""1789"",""incorrect_examples"":""July""}",3.1,1789,1,1,,
            d,s,Q 3,When?,,"{""type"":""text"",""text"":""Names the year."",""correct_examples"":""1789"",""incorrect_examples"":""July""}",3.2,In July,0,1,,
            """;

    @TempDir Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void questionsComeIntoTheBankOnceWithWhatTheyAreGradedBy() throws Exception {
        AnswerSet set = AnswerSet.of(file("My Set.csv", FILE), 100);

        try (BatchClient client = client()) {
            load(client).questions(set);
            load(client).questions(set);
        }

        assertThat(said.get(0)).contains("3 questions").contains("\"created\":3");
        assertThat(said.get(1)).contains("\"unchanged\":3");
        JsonNode first = question(set.bankId(set.questions().getFirst()));
        assertThat(first.at("/id").asString()).isEqualTo("my-set-q_1");
        assertThat(first.at("/text").asString()).isEqualTo("=Why?");
        assertThat(first.at("/status").asString()).isEqualTo("PUBLISHED");
        assertThat(first.at("/points").asInt()).isEqualTo(2);
        assertThat(first.at("/modelAnswers").toString()).isEqualTo("[\"Because.\",\"So it is.\"]");
        String second = set.bankId(set.questions().get(1));
        assertThat(second).startsWith("my-set-q_1-");
        assertThat(question(second).at("/rubric/criteria/1/points").asInt()).isEqualTo(2);
        assertThat(question("my-set-q-3").at("/rubric/criteria/0/description").asString())
                .isEqualTo(
                        "Names the year.\n\nCorrect, for example:\n1789\n\nNot correct, for"
                                + " example:\nJuly");
    }

    @Test
    void answersAreGradedAsOneBatchAndComparedInTheirOrder() throws Exception {
        AnswerSet set = AnswerSet.of(file("graded.csv", FILE), 100);

        try (BatchClient client = client()) {
            load(client).questions(set);
            load(client).answers(set);
        }

        assertThat(String.join("", said))
                .contains("graded.csv: 4 answers in batch ")
                .contains("COMPLETED")
                .contains("graded.csv: 4 answers, 4 with a score")
                .contains("mean absolute error 0.542")
                .contains("criteria: area under the curve")
                .doesNotContain("rejected")
                .doesNotContain("Übel");
    }

    @Test
    void anAnswerThatTheServiceRejectsIsCounted() throws Exception {
        AnswerSet set =
                AnswerSet.of(file("long.csv", FILE.replace("In July", "In July ".repeat(3000))), 9);

        try (BatchClient client = client()) {
            load(client).questions(set);
            load(client).answers(set);
        }

        assertThat(said.getLast())
                .contains("long.csv: 3 answers, 3 with a score")
                .contains("1 answers were rejected");
    }

    @Test
    void aLimitIsSpreadOverTheFile() throws Exception {
        Path file = file("spread.csv", FILE);

        assertThat(ids(AnswerSet.of(file, 2))).containsExactly("2.1", "3.2");
        assertThat(ids(AnswerSet.of(file, 100))).containsExactly("1.1", "2.1", "3.1", "3.2");
        assertThat(AnswerSet.of(file, 2).size()).isEqualTo(2);
        assertThat(AnswerSet.of(file, 2).questions()).hasSize(3);
    }

    @Test
    void whatTheServiceRefusesEndsTheImport() throws Exception {
        AnswerSet set = AnswerSet.of(file("refused.csv", FILE.replace("How?", " ")), 100);

        try (BatchClient client = client()) {
            assertThatIOException()
                    .isThrownBy(() -> load(client).questions(set))
                    .withMessageContaining("422");
        }
    }

    @Test
    void linesAreBytesWhateverPieceOfThemIsWanted() throws IOException {
        try (LineStream lines = new LineStream(Stream.of("ä", "", "\uD83E\uDD16"))) {
            assertThat(lines.read()).isEqualTo(0xC3);
            assertThat(lines.readNBytes(3)).isEqualTo(new byte[] {(byte) 0xA4, '\n', '\n'});
            assertThat(lines.readAllBytes()).hasSize(5);
            assertThat(lines.read()).isEqualTo(-1);
        }
    }

    private static List<String> ids(AnswerSet set) throws IOException {
        try (Stream<GoldAnswer> answers = set.answers()) {
            return answers.map(GoldAnswer::id).toList();
        }
    }

    private JsonNode question(String id) {
        return api.get("/v1/questions/" + id).json();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private BatchClient client() {
        return new BatchClient(URI.create(api.url("")), Optional.empty());
    }

    private AnswerImport load(BatchClient client) {
        return new AnswerImport(client, Duration.ofMillis(20), said::add);
    }
}
