package io.evenhand.review.queue;

import io.evenhand.grading.ReviewReason;
import io.evenhand.guard.Flag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Which part of the queue somebody works through. It travels in the address, so that a page can be
 * kept, sent and saved; what it cannot read it leaves out.
 *
 * @param question a question's key
 * @param assignee a person's name
 * @param interview id of one whose questions alone are wanted
 * @param keys of these questions, once they were looked up
 * @param marked whether only what a person flagged
 * @param blind whether the machine's word is hidden until the reviewer has decided
 */
public record QueueFilter(
        Tab tab,
        Optional<String> question,
        Optional<String> interview,
        List<String> keys,
        Optional<ReviewReason> reason,
        Optional<Flag.Code> flag,
        Optional<ConfidenceBand> confidence,
        Optional<Age> age,
        Optional<String> batch,
        Optional<String> assignee,
        boolean marked,
        boolean blind) {

    private static final int LONGEST = 100;

    public QueueFilter {
        keys = List.copyOf(keys);
    }

    public static QueueFilter of(MultiValueMap<String, String> given) {
        return new QueueFilter(
                text(given, "tab").flatMap(Tab::of).orElse(Tab.WAITING),
                text(given, "question"),
                text(given, "interview"),
                List.of(),
                text(given, "reason").flatMap(name -> named(ReviewReason.values(), name)),
                text(given, "flag").flatMap(name -> named(Flag.Code.values(), name)),
                text(given, "confidence").flatMap(ConfidenceBand::of),
                text(given, "age").flatMap(Age::of),
                text(given, "batch"),
                text(given, "assignee"),
                given.containsKey("marked"),
                given.containsKey("blind"));
    }

    /** A whole tab. */
    public static QueueFilter all(Tab tab) {
        return of(new LinkedMultiValueMap<>()).in(tab);
    }

    public QueueFilter about(String questionKey) {
        return with(tab, Optional.of(questionKey), keys);
    }

    public QueueFilter in(Tab other) {
        return with(other, question, keys);
    }

    /** With what its interview asks; one that nobody looked up lets nothing through. */
    public QueueFilter asking(List<String> questionKeys) {
        return with(tab, question, questionKeys);
    }

    private QueueFilter with(Tab newTab, Optional<String> newQuestion, List<String> questionKeys) {
        return new QueueFilter(
                newTab,
                newQuestion,
                interview,
                questionKeys,
                reason,
                flag,
                confidence,
                age,
                batch,
                assignee,
                marked,
                blind);
    }

    /** What was given to somebody. */
    public QueueFilter of(String name) {
        return new QueueFilter(
                tab,
                question,
                interview,
                keys,
                reason,
                flag,
                confidence,
                age,
                batch,
                Optional.of(name),
                marked,
                blind);
    }

    /** The same as parameters of an address, in a fixed order. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("tab", tab.path());
        question.ifPresent(value -> all.put("question", value));
        interview.ifPresent(value -> all.put("interview", value));
        reason.ifPresent(value -> all.put("reason", value.name()));
        flag.ifPresent(value -> all.put("flag", value.name()));
        confidence.ifPresent(value -> all.put("confidence", value.path()));
        age.ifPresent(value -> all.put("age", value.path()));
        batch.ifPresent(value -> all.put("batch", value));
        assignee.ifPresent(value -> all.put("assignee", value));
        if (marked) {
            all.put("marked", "on");
        }
        if (blind) {
            all.put("blind", "on");
        }
        return all;
    }

    /** The same as the query of an address. */
    public String query() {
        return parameters().entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Whether its band of confidence does not begin where the order of the queue does. */
    public boolean startsFurtherOn() {
        return confidence.filter(band -> band.from() > 0).isPresent();
    }

    /** Whether it leaves anything out of its tab. */
    public boolean isNarrow() {
        return parameters().keySet().stream()
                .anyMatch(name -> !name.equals("tab") && !name.equals("blind"));
    }

    private static Optional<String> text(MultiValueMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name))
                .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                .filter(value -> value.chars().noneMatch(Character::isISOControl));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(value -> value.name().equals(name)).findFirst();
    }
}
