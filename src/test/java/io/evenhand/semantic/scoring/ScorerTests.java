package io.evenhand.semantic.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.guard.FunctionWords;
import io.evenhand.semantic.alignment.Keys;
import io.evenhand.semantic.alignment.TextReader;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenEncoder;
import io.evenhand.semantic.encoding.WordPieces;
import io.evenhand.semantic.features.Features;
import io.evenhand.semantic.lexical.WordReader;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the weights that ship make of answers. */
class ScorerTests {

    private static final String QUESTION = "Why does a database keep an index?";
    private static final String KEY =
            "An index lets the database find rows without reading the whole table, at the price of"
                    + " extra space and slower writes.";
    private static final String PARAPHRASE =
            "With an index rows can be looked up quickly instead of scanning the entire table, but it"
                    + " takes more storage and makes inserts slower.";
    private static final String PARTIAL = "So that rows can be found without a full table scan.";
    private static final String OFF_TOPIC =
            "Our team plays football on Fridays if it does not rain.";

    private static TextEncoder encoder;
    private static Scorer scorer;

    @BeforeAll
    static void load() throws Exception {
        encoder = new TokenEncoder(new WordPieces(FunctionWords.of("en")));
        TextReader reader = new TextReader(encoder, WordReader.english());
        scorer = new Scorer(reader, new Keys(reader, 1000), Weights.load().head());
    }

    @AfterAll
    static void unload() {
        encoder.close();
    }

    @Test
    void ranksTheKeyItselfAParaphraseAPartAndSomethingElse() {
        assertThat(List.of(share(KEY), share(PARAPHRASE), share(PARTIAL), share(OFF_TOPIC)))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one))
                .doesNotHaveDuplicates();
        assertThat(share(KEY)).isGreaterThan(.9);
        assertThat(share(PARAPHRASE)).isGreaterThan(share(OFF_TOPIC) + .4);
    }

    @Test
    void givesKnownScores() {
        assertThat(share(PARAPHRASE)).isCloseTo(.724, within(.02));
        assertThat(share(PARTIAL)).isCloseTo(.580, within(.02));
        assertThat(share(OFF_TOPIC)).isCloseTo(.013, within(.02));
    }

    @Test
    void countsTheBestModelAnswer() {
        assertThat(scorer.share(QUESTION, List.of(OFF_TOPIC, KEY), PARAPHRASE))
                .isEqualTo(share(PARAPHRASE));
    }

    @Test
    void givesNothingForNothing() {
        assertThat(share("")).isZero();
        assertThat(share("no idea")).isZero();
    }

    @Test
    void shipsOneWeightForEachOf51Features() {
        assertThat(Features.NAMES).hasSize(51).doesNotHaveDuplicates();
        assertThat(Weights.load().head().measures()).hasSize(51);
        assertThat(Weights.load().data()).isNotEmpty().allMatch(s -> s.sha256().length() == 71);
    }

    private static double share(String answer) {
        return scorer.share(QUESTION, List.of(KEY), answer);
    }
}
