package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgingTests {

    private static final Prompt PROMPT = new Prompts(Optional.empty()).read("grade/2");

    @Test
    void cutsWhatIsTooLong() {
        String output =
                Wire.GOOD
                        .replace("Says it memorises.", "r".repeat(5000))
                        .replace("You know what it is.", "s".repeat(5000))
                        .replace(
                                "[\"memorises the training data\"]",
                                "[\"%s\",\"b\",\" \",\"c\",\"d\",\"e\"]"
                                        .formatted("q".repeat(900)));

        Judgement judgement = judge(output);

        CriterionJudgement first = judgement.criteria().getFirst();
        assertThat(first.reason()).hasSize(400);
        assertThat(first.quotes()).hasSize(3).first().asString().hasSize(300);
        assertThat(judgement.feedback().summary()).hasSize(800);
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Text.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(Text.cut("ab😀", 4)).isEqualTo("ab😀");
    }

    @Test
    void takesControlCharactersOut() {
        String output = Wire.GOOD.replace("Says it", "\\u0000Says\\u001b[31m it\\u0007\\n");

        assertThat(judge(output).criteria().getFirst().reason()).startsWith("Says[31m it\n");
    }

    @Test
    void takesOutOfFeedbackWhatTheModelAnswerSays() {
        String output =
                Wire.GOOD.replace(
                        "Say how to prevent it",
                        "Say that the model fits the noise of its training set instead of the pattern");

        assertThat(judge(output).feedback().improvements()).containsExactly("Say that …");
    }

    @Test
    void readsAbstentionAndHalf() {
        String output =
                Wire.GOOD
                        .replaceFirst("\"met\"", "\"cannot_tell\"")
                        .replaceFirst("\"not_met\"", "\"partly\"");

        assertThat(judge(output).criteria())
                .extracting(CriterionJudgement::claim)
                .startsWith(
                        new Claim.CannotTell(), new Claim.AtLevel("mentions"), new Claim.Partly());
    }

    @Test
    void hearsThatTheAnswerSpeaksToItsGrader() {
        String speaks =
                Wire.GOOD.replace("\"feedback\":", "\"addressesGrader\":true,\"feedback\":");

        assertThat(judge(speaks).addressesGrader()).isTrue();
        assertThat(judge(speaks.replace("true", "false")).addressesGrader()).isFalse();
    }

    @Test
    void takesAJudgeThatSaysNothingOfTheGraderAtItsWord() {
        assertThat(judge(Wire.GOOD).addressesGrader()).isFalse();
    }

    @Test
    void stillUnderstandsTheFirstPrompt() {
        Prompt first = new Prompts(Optional.empty()).read("grade/1");
        Briefing briefing = new Briefing(first, Tasks.overfitting(), new Fence());
        Reply reply = new Reply(Wire.GOOD, false, false, Tokens.NONE, List.of());

        assertThat(briefing.schema().text()).doesNotContain("addressesGrader");
        assertThat(new Judging(briefing, "m").read(reply, true).criteria()).hasSize(4);
    }

    @Test
    void multipliesTheProbabilitiesOfAVerdictsTokens() {
        // Three bytes a token: "mentions" is spread over several of them.
        List<TokenProbability> tokens = new ArrayList<>();
        String output = "```\nä" + Wire.GOOD;
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += 3) {
            byte[] part = Arrays.copyOfRange(bytes, i, Math.min(i + 3, bytes.length));
            tokens.add(new TokenProbability(part, 0.9));
        }

        Judgement judgement = judge(new Reply(output, false, false, Tokens.NONE, tokens));

        int at =
                output.substring(0, output.indexOf("mentions"))
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        int touched = (at + 7) / 3 - at / 3 + 1;
        assertThat(judgement.criteria().get(1).probability().orElseThrow())
                .isCloseTo(Math.pow(0.9, touched), within(1e-9));
        assertThat(judgement.criteria()).allMatch(said -> said.probability().isPresent());
    }

    @Test
    void saysNoProbabilityOfAVerdictThatTheTokensDoNotHold() {
        String liked = "```json\n" + Wire.GOOD.replace("\"mentions\"", "\"partially\"");
        List<TokenProbability> tokens =
                List.of(new TokenProbability(liked.getBytes(StandardCharsets.UTF_8), 0.5));

        assertThat(judge(new Reply(Wire.GOOD, false, false, Tokens.NONE, tokens)).criteria())
                .extracting(said -> said.probability().isPresent())
                .containsExactly(true, false, true, true);
    }

    @Test
    void saysNoProbabilityWhereTheTokensAreNotTheOutput() {
        List<TokenProbability> tokens =
                List.of(new TokenProbability("{\"other\"".getBytes(StandardCharsets.UTF_8), 0.5));

        assertThat(judge(new Reply(Wire.GOOD, false, false, Tokens.NONE, tokens)).criteria())
                .allMatch(said -> said.probability().isEmpty());
    }

    private static Judgement judge(String output) {
        return judge(new Reply(output, false, false, Tokens.NONE, List.of()));
    }

    private static Judgement judge(Reply reply) {
        Briefing briefing = new Briefing(PROMPT, Tasks.overfitting(), new Fence());
        return new Judging(briefing, "m").read(reply, true);
    }
}
