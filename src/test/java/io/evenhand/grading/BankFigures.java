package io.evenhand.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the in-process grader gives each kind of answer to each open question of the bank.
 *
 * @param percentages by question id; in percent of full marks
 */
record BankFigures(SortedMap<String, Map<AnswerKind, Double>> percentages) {

    private static final Path FILE = Path.of("src/test/resources/bank/fallback-figures.csv");

    static BankFigures recorded() {
        SortedMap<String, Map<AnswerKind, Double>> percentages = new TreeMap<>();
        List<List<String>> table = lines().map(line -> List.of(line.split(","))).toList();
        List<String> header = table.getFirst();
        for (List<String> cells : table.subList(1, table.size())) {
            Map<AnswerKind, Double> row = new EnumMap<>(AnswerKind.class);
            for (AnswerKind kind : AnswerKind.values()) {
                row.put(kind, Double.valueOf(cells.get(header.indexOf(kind.column()))));
            }
            percentages.put(cells.getFirst(), row);
        }
        return new BankFigures(percentages);
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(FILE).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record() {
        Stream<String> rows =
                percentages.entrySet().stream().map(row -> row.getKey() + cells(row.getValue()));
        String header =
                Arrays.stream(AnswerKind.values())
                        .map(AnswerKind::column)
                        .collect(Collectors.joining(",", "id,", ""));
        try {
            Files.write(FILE, Stream.concat(Stream.of(header), rows).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cells(Map<AnswerKind, Double> row) {
        return Arrays.stream(AnswerKind.values())
                .map(kind -> String.format(Locale.ROOT, ",%.1f", row.get(kind)))
                .collect(Collectors.joining());
    }

    /** Ids of the questions whose answer of this kind earns such a percentage. */
    Set<String> where(AnswerKind kind, DoublePredicate percentage) {
        return percentages.entrySet().stream()
                .filter(row -> percentage.test(row.getValue().get(kind)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One line of what a kind of answer earns over the whole bank. */
    String line(AnswerKind kind, double passMark) {
        return String.format(
                Locale.ROOT,
                "%-5s mean %5.1f, %5.1f to %5.1f; at %.0f and above: %d of %d",
                kind.column(),
                all(kind).average().orElseThrow(),
                all(kind).min().orElseThrow(),
                all(kind).max().orElseThrow(),
                passMark,
                where(kind, percentage -> percentage >= passMark).size(),
                percentages.size());
    }

    private DoubleStream all(AnswerKind kind) {
        return percentages.values().stream().mapToDouble(row -> row.get(kind));
    }
}
