package io.evenhand.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes an analytic rubric for a question that has none.
 *
 * <p>Of one model answer, each of its statements becomes a criterion that can be half met; of
 * several, no list of statements fits all of them, so one criterion in steps asks how much of any
 * one of them was said. A question that asks for a story gets situation, own action, result and
 * lesson instead (the STAR scheme of structured interviews, with the action weighing most). No
 * criterion is worth nothing: where the points are too few for all, there are fewer criteria.
 */
public final class DefaultRubric {

    static final String ANY_MODEL_ANSWER = "Says what one of the model answers says";

    private static final List<String> STEPS =
            List.of("nothing", "a little", "about half", "most", "all that matters");

    private static final int MOST_STATEMENTS = 8;

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
        List<Points> parts = points.split(List.of(20, 40, 20, 20));
        return new Rubric(
                Stream.of(
                                criterion(
                                        "situation",
                                        "Describes one concrete situation",
                                        parts.get(0)),
                                criterion(
                                        "action",
                                        "Says what they themselves did, and why",
                                        parts.get(1)),
                                criterion("result", "Says what came of it", parts.get(2)),
                                criterion(
                                        "learning",
                                        "Says what they learned or would do otherwise",
                                        parts.get(3)))
                        .filter(criterion -> criterion.points().isPositive())
                        .toList());
    }

    private static Criterion anyModelAnswer(Points points) {
        List<Level> levels = new ArrayList<>();
        for (int quarter = 0; quarter <= 4; quarter++) {
            Points earned = points.times(BigDecimal.valueOf(25L * quarter, 2));
            if (levels.isEmpty() || earned.compareTo(levels.getLast().points()) > 0) {
                levels.add(new Level(STEPS.get(quarter), earned));
            }
        }
        return Criterion.of("model-answer", ANY_MODEL_ANSWER, points).withLevels(levels);
    }

    private static Rubric statements(String modelAnswer, Points points) {
        int most = Math.min(MOST_STATEMENTS, hundredths(points));
        List<String> statements = Statements.of(modelAnswer, most);
        List<Points> parts = points.split(statements.stream().map(ignored -> 1).toList());
        return new Rubric(
                IntStream.range(0, statements.size())
                        .mapToObj(
                                i -> criterion("point-" + (i + 1), statements.get(i), parts.get(i)))
                        .toList());
    }

    private static Criterion criterion(String id, String description, Points points) {
        return Criterion.of(id, description, points).withPartial();
    }

    private static int hundredths(Points points) {
        return points.value().movePointRight(2).intValueExact();
    }
}
