package io.evenhand.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.platform.CommandLine;
import io.evenhand.trust.Agreement.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTests {

    @Test
    void pearsonIsThatOfATextbookExample() {
        List<Pair> pairs =
                List.of(
                        new Pair(0.1, 0.2),
                        new Pair(0.2, 0.4),
                        new Pair(0.4, 0.5),
                        new Pair(0.5, 0.9));

        assertThat(Agreement.pearson(pairs)).isCloseTo(0.15 / Math.sqrt(0.1 * 0.26), within(1e-9));
    }

    @Test
    void kappaIsOneForFullAgreementAndZeroForAConstantGrader() {
        List<Pair> same = List.of(new Pair(0, 0), new Pair(0.5, 0.5), new Pair(1, 1));
        List<Pair> constant = List.of(new Pair(0, 0.5), new Pair(0.5, 0.5), new Pair(1, 0.5));

        assertThat(Agreement.quadraticWeightedKappa(same, 2)).isEqualTo(1);
        assertThat(Agreement.quadraticWeightedKappa(constant, 2)).isEqualTo(0);
    }

    @Test
    void theAreaUnderTheCurveCountsTiesHalf() {
        List<Pair> pairs =
                List.of(new Pair(1, 0.9), new Pair(1, 0.5), new Pair(0, 0.5), new Pair(0, 0.1));

        assertThat(Agreement.areaUnderCurve(pairs)).isEqualTo(3.5 / 4);
    }

    @Test
    void theMeanAbsoluteErrorIsAShareOfTheScale() {
        assertThat(Agreement.meanAbsoluteError(List.of(new Pair(1, 0.5), new Pair(0, 0.25))))
                .isEqualTo(0.375);
    }

    @Test
    void readsASpreadOfAFileAndItsRubricItems(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("gold.csv");
        Files.writeString(
                file,
                """
                question_id,question,model_answer,rubric,answer_id,answer,score,max_score
                1,Why?,,"{""type"":""items_labelled"",""items"":[{""id"":""1"",""text"":""Says so"",""points"":1,""human_mean"":0.5}]}",1.1,"a
                b",1,2
                1,Why?,Because.,,1.2,  ,0,2
                2,How?,So.,,2.1,c,2,2
                """);

        List<GoldAnswer> all = GoldFile.read(file, 10);

        assertThat(all).extracting(GoldAnswer::id).containsExactly("1.1", "2.1");
        assertThat(all.getFirst().share()).isEqualTo(0.5);
        assertThat(all.getFirst().items())
                .containsExactly(new GoldAnswer.Item("1", "Says so", 1, 0.5));
        assertThat(GoldFile.read(file, 1)).hasSize(1);
    }

    @Test
    void optionsTakeAValueAfterASpaceOrAnEqualsSign() {
        CommandLine options = CommandLine.parse("--data", "folder", "--limit=3", "--verbose");

        assertThat(options.required("data")).isEqualTo("folder");
        assertThat(options.or("limit", "9")).isEqualTo("3");
        assertThat(options.or("url", "none")).isEqualTo("none");
        assertThat(options.has("verbose")).isTrue();
    }
}
