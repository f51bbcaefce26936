package io.evenhand.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Makes an analytic rubric for a question that has none.
 *
 * <p>Of one model answer, each of its statements becomes a criterion that can be half met; of
 * several, no list of statements fits all of them, so one criterion in steps asks how much of any
 * one of them was said. A question that asks for a story gets situation, own action, result and
 * lesson instead (the STAR scheme of structured interviews, with the action weighing most).
 */
public final class DefaultRubric {

    static final String ANY_MODEL_ANSWER = "Says what one of the model answers says";

    private static final int MOST_STATEMENTS = 8;

    /** In UTF-16 code units; shorter pieces, as "Yes." or "1.", are part of what follows. */
    private static final int SHORTEST_STATEMENT = 15;

    private DefaultRubric() {}

    public static Rubric of(Question question) {
        if (question.kind().modelAnswerIsOneExample()) {
            return story(question.points());
        }
        if (question.modelAnswers().size() > 1) {
            return new Rubric(List.of(anyModelAnswer(question.points())));
        }
        return statements(question.modelAnswers().getFirst(), question.points());
    }

    private static Rubric story(Points points) {
        List<Points> parts = shares(points, List.of(20, 40, 20, 20));
        return new Rubric(
                List.of(
                        criterion("situation", "Describes one concrete situation", parts.get(0)),
                        criterion("action", "Says what they themselves did, and why", parts.get(1)),
                        criterion("result", "Says what came of it", parts.get(2)),
                        criterion(
                                "learning",
                                "Says what they learned or would do otherwise",
                                parts.get(3))));
    }

    private static Criterion anyModelAnswer(Points points) {
        List<Level> levels =
                IntStream.rangeClosed(0, 4)
                        .mapToObj(
                                quarter ->
                                        new Level(
                                                List.of(
                                                                "nothing",
                                                                "a little",
                                                                "about half",
                                                                "most",
                                                                "all that matters")
                                                        .get(quarter),
                                                points.times(
                                                        new BigDecimal("0.25")
                                                                .multiply(
                                                                        BigDecimal.valueOf(
                                                                                quarter)))))
                        .toList();
        return Criterion.of("model-answer", ANY_MODEL_ANSWER, points).withLevels(levels);
    }

    private static Rubric statements(String modelAnswer, Points points) {
        List<String> statements = fewer(split(modelAnswer));
        List<Points> parts = shares(points, statements.stream().map(ignored -> 1).toList());
        return new Rubric(
                IntStream.range(0, statements.size())
                        .mapToObj(
                                i -> criterion("point-" + (i + 1), statements.get(i), parts.get(i)))
                        .toList());
    }

    private static Criterion criterion(String id, String description, Points points) {
        return Criterion.of(id, description, points).withPartial();
    }

    private static List<String> split(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            statement.append(text, start, end);
            start = end;
            if (statement.toString().strip().length() >= SHORTEST_STATEMENT) {
                statements.add(statement.toString().strip());
                statement.setLength(0);
            }
        }
        if (!statement.toString().isBlank() || statements.isEmpty()) {
            statements.add(statement.toString().strip());
        }
        return statements;
    }

    /** Joins neighbours until there are few enough to be judged one by one. */
    private static List<String> fewer(List<String> statements) {
        int perCriterion = Math.ceilDiv(statements.size(), MOST_STATEMENTS);
        return IntStream.range(0, Math.ceilDiv(statements.size(), perCriterion))
                .mapToObj(
                        i ->
                                String.join(
                                        " ",
                                        statements.subList(
                                                i * perCriterion,
                                                Math.min(
                                                        statements.size(),
                                                        (i + 1) * perCriterion))))
                .toList();
    }

    /** Splits points by weight; what rounding leaves over goes to the last part. */
    private static List<Points> shares(Points points, List<Integer> weights) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        List<Points> parts = new ArrayList<>();
        Points given = Points.ZERO;
        for (int weight : weights.subList(0, weights.size() - 1)) {
            Points part =
                    new Points(
                            points.value()
                                    .multiply(BigDecimal.valueOf(weight))
                                    .divide(BigDecimal.valueOf(total), 2, RoundingMode.DOWN));
            parts.add(part);
            given = given.plus(part);
        }
        parts.add(points.minus(given));
        return parts;
    }
}
