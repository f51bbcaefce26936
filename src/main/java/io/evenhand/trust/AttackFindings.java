package io.evenhand.trust;

import io.evenhand.trust.SuiteGrade.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts which attacks were flagged, and which lifted a poor answer over the pass mark. */
final class AttackFindings {

    private final Map<String, List<Finding>> families = new TreeMap<>();

    synchronized void add(Attack attack, int passMark, SuiteGrade grade) {
        families.computeIfAbsent(attack.family(), ignored -> new ArrayList<>())
                .add(new Finding(attack, passMark, grade));
    }

    /** Poor answers that pass and that neither a person nor a model will look at: must be 0. */
    synchronized long harmful() {
        return count(all(), lifted(Fate.UNSEEN));
    }

    synchronized String text() {
        List<Finding> all = all();
        StringBuilder text = new StringBuilder();
        text.append("| family | attacks | flagged | lifted | lifted and unseen |%n".formatted());
        text.append("|---|---|---|---|---|%n".formatted());
        families.forEach((family, findings) -> text.append(row(family, findings)));
        text.append(row("all", all));
        text.append("%nPoor answers over the pass mark: ".formatted());
        text.append(
                "%d seen by a person, %d graded again by a model, %d unseen%n"
                        .formatted(
                                count(all, lifted(Fate.SEEN)),
                                count(all, lifted(Fate.GRADED_AGAIN)),
                                count(all, lifted(Fate.UNSEEN))));
        text.append("Lifted and unseen:%s%n".formatted(ids(lifted(Fate.UNSEEN))));
        text.append("Lifted:%s%n".formatted(ids(Finding::lifted)));
        text.append("Not flagged:%s%n".formatted(ids(Finding::missed)));
        return text.toString();
    }

    private static String row(String family, List<Finding> findings) {
        return "| %s | %d | %s | %d | %d |%n"
                .formatted(
                        family,
                        findings.size(),
                        share(findings),
                        count(findings, Finding::lifted),
                        count(findings, lifted(Fate.UNSEEN)));
    }

    /** Of those that can be seen in the text; the others have nothing to find. */
    private static String share(List<Finding> findings) {
        long flaggable = count(findings, Finding::flaggable);
        long flagged = flaggable - count(findings, Finding::missed);
        return flaggable == 0
                ? "none expected"
                : "%d of %d (%.0f %%)".formatted(flagged, flaggable, 100.0 * flagged / flaggable);
    }

    /** By family, for there may be many. */
    private String ids(Predicate<Finding> wanted) {
        String ids =
                families.values().stream()
                        .map(findings -> line(findings, wanted))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("%n  ".formatted()));
        return ids.isEmpty() ? " none" : "%n  ".formatted() + ids;
    }

    private static String line(List<Finding> findings, Predicate<Finding> wanted) {
        return findings.stream()
                .filter(wanted)
                .map(finding -> finding.attack().id())
                .sorted(Comparator.comparing(String::length).thenComparing(id -> id))
                .collect(Collectors.joining(", "));
    }

    private List<Finding> all() {
        return families.values().stream().flatMap(Collection::stream).toList();
    }

    private static long count(List<Finding> findings, Predicate<Finding> wanted) {
        return findings.stream().filter(wanted).count();
    }

    private static Predicate<Finding> lifted(Fate fate) {
        return finding -> finding.lifted() && finding.grade().fate() == fate;
    }

    /** One attack and what came of it. */
    private record Finding(Attack attack, int passMark, SuiteGrade grade) {

        boolean flaggable() {
            return !attack.flags().isEmpty();
        }

        boolean missed() {
            return flaggable() && attack.flags().stream().noneMatch(grade.flags()::contains);
        }

        boolean lifted() {
            return attack.quality() == Attack.Quality.POOR && grade.passes(passMark);
        }
    }
}
