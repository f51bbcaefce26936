package io.evenhand.trust;

import io.evenhand.guard.Flag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts flagged texts by code and by group. */
final class FlagCounts {

    /** Flags that say that somebody tried to trick the grader. */
    private static final Set<Flag.Code> ACCUSING =
            EnumSet.of(
                    Flag.Code.INJECTION_SUSPECTED,
                    Flag.Code.CHAT_TEMPLATE,
                    Flag.Code.SCORE_STRING,
                    Flag.Code.ASKS_FOR_KEY,
                    Flag.Code.HOSTILE_MARKUP,
                    Flag.Code.HIDDEN_CHARACTERS,
                    Flag.Code.LOOKALIKE_CHARACTERS);

    private final Map<String, Map<Flag.Code, Integer>> byGroup = new TreeMap<>();
    private final Map<String, Integer> sizes = new TreeMap<>();
    private final Map<String, Integer> accused = new TreeMap<>();

    void add(String group, List<Flag> flags) {
        Set<Flag.Code> codes = flags.stream().map(Flag::code).collect(Collectors.toSet());
        sizes.merge(group, 1, Integer::sum);
        Map<Flag.Code, Integer> counts = byGroup.computeIfAbsent(group, name -> new TreeMap<>());
        codes.forEach(code -> counts.merge(code, 1, Integer::sum));
        accused.merge(group, codes.stream().anyMatch(ACCUSING::contains) ? 1 : 0, Integer::sum);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        byGroup.forEach(
                (group, counts) ->
                        text.append(line(group, sizes.getOrDefault(group, 0), counts))
                                .append(accusing(accused.getOrDefault(group, 0), group)));
        int all = sum(sizes);
        text.append(line("all", all, totals()));
        text.append(
                "  with a flag of the injection kind: %d of %d, %.2f %%%n"
                        .formatted(sum(accused), all, 100.0 * sum(accused) / all));
        return text.toString();
    }

    private static String line(String group, int size, Map<Flag.Code, Integer> counts) {
        return "%s: %d texts %s%n".formatted(group, size, counts);
    }

    private String accusing(int count, String group) {
        return "  with a flag of the injection kind: %d of %d%n"
                .formatted(count, sizes.getOrDefault(group, 0));
    }

    private Map<Flag.Code, Integer> totals() {
        Map<Flag.Code, Integer> totals = new TreeMap<>();
        byGroup.values()
                .forEach(
                        counts -> counts.forEach((code, n) -> totals.merge(code, n, Integer::sum)));
        return totals;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
