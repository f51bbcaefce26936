package io.evenhand.question;

import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which questions of a bank are wanted, in the order of their ids. An empty filter lets everything
 * through.
 *
 * @param statuses empty for the latest version of each question; otherwise the latest that has one
 *     of them and is a draft to come or the version in force
 * @param language a BCP 47 tag; also finds its regional variants
 * @param words each of which must occur in id, text, category, skills or tags, whatever its case
 * @param after the id that the page before ended with
 */
public record EntryQuery(
        TenantId tenant,
        Set<QuestionStatus> statuses,
        Set<QuestionLevel> levels,
        Set<QuestionKind> kinds,
        Optional<String> skill,
        Optional<String> category,
        Optional<String> language,
        List<String> words,
        Optional<String> after,
        int limit) {

    public EntryQuery {
        statuses = Set.copyOf(statuses);
        levels = Set.copyOf(levels);
        kinds = Set.copyOf(kinds);
        words = List.copyOf(words);
    }

    /** With one more than is asked for, which tells whether there is a next page. */
    public EntryQuery oneMore() {
        return withLimit(limit + 1);
    }

    public EntryQuery withLimit(int newLimit) {
        return new EntryQuery(
                tenant, statuses, levels, kinds, skill, category, language, words, after, newLimit);
    }
}
