package io.evenhand.semantic.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.FunctionWords;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenEncoder;
import io.evenhand.semantic.encoding.WordPieces;
import io.evenhand.semantic.lexical.WordReader;
import io.evenhand.semantic.scoring.ItemCurve;
import io.evenhand.semantic.scoring.Weights;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trains on the small sample that comes with the tests. */
class TrainingTests {

    private static final Path SAMPLE =
            Path.of("src/test/resources/io/evenhand/semantic/saf-sample.csv");

    private static SampleSet sample;

    @BeforeAll
    static void read() throws Exception {
        sample = read(SAMPLE);
    }

    private static SampleSet read(Path file) throws Exception {
        try (TextEncoder encoder = new TokenEncoder(new WordPieces(FunctionWords.of("en")))) {
            return SampleSet.of(
                    GradedFile.read(file), new TextReader(encoder, WordReader.english()));
        }
    }

    @Test
    void writesTheSameBytesAgain() throws Exception {
        String once = weights(sample).text();

        assertThat(weights(read(SAMPLE)).text()).isEqualTo(once);
        assertThat(once).contains("\"key_new\"", sample.sha256()).hasSizeLessThan(10_000);
    }

    @Test
    void agreesWithPeople() {
        assertThat(new Scores(sample, HeadFit.of(List.of(sample))).byShare().r()).isGreaterThan(.5);
    }

    @Test
    void keepsTheLevelThatPeopleHave() {
        assertThat(sample.meanError(HeadFit.of(List.of(sample)))).isBetween(-.001, .001);
    }

    @Test
    void listsTheAnswersItDisagreesOnMost() {
        assertThat(new WorstAnswers(weights(sample)).of(sample, 2).split(": people ")).hasSize(3);
    }

    private static Weights weights(SampleSet set) {
        SampleSet half = set.of(set.questions().getFirst(), true);
        Training training = new Training(List.of(set, half), List.of());
        return new Weights(
                "",
                List.of(new Weights.Source(set.name(), set.sha256(), "")),
                training.head(),
                new ItemCurve(.4, .1),
                training.bands());
    }
}
