package io.evenhand.llm;

import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Judgement;
import io.evenhand.question.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns a model's output into a judgement: lengths and ranges are checked here, not by schema. */
record Judging(Briefing briefing, String model) {

    private static final int REASON_CHARS = 400;
    private static final int QUOTE_CHARS = 300;
    private static final int QUOTES = 3;
    private static final int SUMMARY_CHARS = 800;
    private static final int LINE_CHARS = 300;
    private static final int LINES = 4;
    private static final int FOLLOW_UPS = 2;

    Judgement read(Reply reply, boolean mendable) {
        JsonNode output = OutputReader.read(reply, briefing.schema(), mendable);
        VerdictProbabilities probabilities = new VerdictProbabilities(output, reply.logProbs());
        List<CriterionJudgement> criteria = new ArrayList<>();
        briefing.keys()
                .criteria()
                .forEach(
                        (key, criterion) -> {
                            JsonNode said = output.path("criteria").path(key);
                            requireConfidence(reply, said, key, mendable);
                            criteria.add(criterion(key, criterion, said, probabilities));
                        });
        return judgement(output, criteria);
    }

    private static void requireConfidence(
            Reply reply, JsonNode said, String key, boolean mendable) {
        double confidence = said.path("confidence").asDouble(-1);
        if (confidence < 0 || confidence > 100) {
            String problem = "/criteria/" + key + "/confidence: must be from 0 to 100";
            throw OutputReader.broken(reply, mendable, List.of(problem));
        }
    }

    private static CriterionJudgement criterion(
            String key, Criterion criterion, JsonNode said, VerdictProbabilities probabilities) {
        Map<String, Claim> verdicts = Keys.verdicts(criterion);
        Claim claim =
                verdicts.getOrDefault(said.path("verdict").asString(""), new Claim.CannotTell());
        return new CriterionJudgement(
                criterion.id(),
                claim,
                Text.clean(said.path("reason").asString(""), REASON_CHARS),
                texts(said.path("quotes"), QUOTES, QUOTE_CHARS),
                said.path("confidence").asDouble(0) / 100,
                probabilities.of(key));
    }

    private Judgement judgement(JsonNode output, List<CriterionJudgement> criteria) {
        Overlap overlap = new Overlap(briefing.assignment());
        JsonNode feedback = output.path("feedback");
        return new Judgement(
                Optional.of(model),
                Optional.of(briefing.prompt().name()),
                Optional.of(briefing.prompt().hash()),
                criteria,
                new Feedback(
                        overlap.cut(
                                Text.clean(feedback.path("summary").asString(""), SUMMARY_CHARS)),
                        lines(feedback.path("strengths"), LINES, overlap),
                        lines(feedback.path("improvements"), LINES, overlap)),
                lines(output.path("followUpQuestions"), FOLLOW_UPS, overlap),
                Optional.empty(),
                output.path(OutputSchema.ADDRESSES_GRADER).asBoolean(false));
    }

    private static List<String> lines(JsonNode array, int most, Overlap overlap) {
        return texts(array, most, LINE_CHARS).stream().map(overlap::cut).toList();
    }

    private static List<String> texts(JsonNode array, int most, int mostChars) {
        return array.valueStream()
                .map(node -> Text.clean(node.asString(""), mostChars))
                .filter(text -> !text.isBlank())
                .limit(most)
                .toList();
    }
}
