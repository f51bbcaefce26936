package io.evenhand.llm;

import io.evenhand.grading.Claim;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Rubric;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What criteria and verdicts are called between us and a model: by their own names where those are
 * fit for every provider's schema, else by number.
 */
final class Keys {

    private static final String CANNOT_TELL = "cannot_tell";
    private static final String SAFE_ID = "[A-Za-z0-9_-]{1,64}";
    private static final String SAFE_LABEL = "[\\p{L}\\p{N} _.,:+/()-]{1,60}";

    private final Map<String, Criterion> byKey = new LinkedHashMap<>();

    Keys(Rubric rubric) {
        List<Criterion> criteria = rubric.criteria();
        boolean ownIds = criteria.stream().allMatch(criterion -> criterion.id().matches(SAFE_ID));
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            byKey.put(ownIds ? criterion.id() : "c" + (i + 1), criterion);
        }
    }

    /** Criteria under their keys, in the order of the rubric. */
    Map<String, Criterion> criteria() {
        return byKey;
    }

    /** The verdicts that a model may give this criterion, from the lowest, and what each claims. */
    static Map<String, Claim> verdicts(Criterion criterion) {
        Map<String, Claim> verdicts = new LinkedHashMap<>();
        if (criterion.hasLevels()) {
            levels(criterion)
                    .forEach((key, level) -> verdicts.put(key, new Claim.AtLevel(level.label())));
        } else {
            verdicts.put("not_met", new Claim.NotMet());
            if (criterion.partial() && !criterion.isDeduction()) {
                verdicts.put("partly", new Claim.Partly());
            }
            verdicts.put("met", new Claim.Met());
        }
        verdicts.put(CANNOT_TELL, new Claim.CannotTell());
        return verdicts;
    }

    /** Levels by the names that a model chooses from. */
    static Map<String, Level> levels(Criterion criterion) {
        List<Level> levels = criterion.levels();
        boolean ownLabels = distinctAndSafe(levels);
        Map<String, Level> named = new LinkedHashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            named.put(ownLabels ? levels.get(i).label() : "level_" + i, levels.get(i));
        }
        return named;
    }

    private static boolean distinctAndSafe(List<Level> levels) {
        Set<String> seen = new LinkedHashSet<>(Set.of(CANNOT_TELL, "cannot tell"));
        return levels.stream()
                .map(Level::label)
                .allMatch(
                        label ->
                                label.matches(SAFE_LABEL)
                                        && label.equals(label.strip())
                                        && seen.add(label.toLowerCase(Locale.ROOT)));
    }
}
