package io.evenhand.review.item;

import io.evenhand.platform.Words;
import io.evenhand.review.queue.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two readings side by side.
 *
 * @param names whose they are, once somebody decided between them; empty before
 */
public record Dispute(List<Row> rows, List<String> names, String one, String other) {

    /** A criterion and what either gave. */
    public record Row(int place, String description, String one, String other, boolean apart) {}

    /**
     * Which is on the left says nothing of who read first.
     *
     * @param descriptions of the criteria, in the order of the rubric
     */
    static Dispute of(List<Reading> readings, List<String> descriptions, boolean named, String id) {
        boolean turned = id.hashCode() % 2 != 0;
        Reading one = readings.get(turned ? 1 : 0);
        Reading other = readings.get(turned ? 0 : 1);
        return new Dispute(
                IntStream.range(0, Math.min(one.given().size(), descriptions.size()))
                        .mapToObj(
                                i ->
                                        row(
                                                i + 1,
                                                descriptions.get(i),
                                                one.given().get(i),
                                                other.given().get(i)))
                        .toList(),
                named ? List.of(one.reader(), other.reader()) : List.of(),
                Words.percent(one.share()),
                Words.percent(other.share()));
    }

    private static Row row(int place, String description, Reading.Given one, Reading.Given other) {
        return new Row(
                place,
                description,
                said(one),
                said(other),
                one.points().compareTo(other.points()) != 0);
    }

    private static String said(Reading.Given given) {
        BigDecimal plain = given.points().stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale())).toPlainString()
                + " ("
                + Words.of(given.verdict())
                + ")";
    }

    /** What both gave, by criterion; the rest is for whoever decides. */
    static Map<String, BigDecimal> agreed(List<Reading> readings) {
        Map<String, BigDecimal> second =
                readings.get(1).given().stream()
                        .collect(
                                Collectors.toMap(
                                        Reading.Given::criterion,
                                        Reading.Given::points,
                                        (a, b) -> a));
        return readings.get(0).given().stream()
                .filter(
                        given ->
                                second.containsKey(given.criterion())
                                        && second.get(given.criterion()).compareTo(given.points())
                                                == 0)
                .collect(
                        Collectors.toMap(
                                Reading.Given::criterion, Reading.Given::points, (a, b) -> a));
    }
}
