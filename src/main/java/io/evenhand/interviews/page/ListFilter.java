package io.evenhand.interviews.page;

import io.evenhand.interviews.result.Outcome;
import io.evenhand.question.QuestionLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which candidates of an interview a page lists, and in which order; what cannot be read is left
 * out.
 *
 * @param names whether candidates are named
 * @param page from 1
 */
public record ListFilter(
        Optional<Outcome> outcome,
        Optional<QuestionLevel> level,
        boolean toReview,
        boolean provisional,
        Order order,
        boolean names,
        int page) {

    static ListFilter of(MultiValueMap<String, String> given) {
        return new ListFilter(
                named(Outcome.values(), given.getFirst("outcome")),
                named(QuestionLevel.values(), given.getFirst("level")),
                given.containsKey("review"),
                given.containsKey("provisional"),
                Optional.ofNullable(given.getFirst("sort")).flatMap(Order::of).orElse(Order.TOTAL),
                given.containsKey("candidate"),
                Optional.ofNullable(given.getFirst("page"))
                        .filter(text -> text.matches("[1-9]\\d{0,5}"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }

    boolean lets(Line line) {
        return outcome.filter(wanted -> wanted != line.outcome()).isEmpty()
                && level.filter(wanted -> line.level().filter(wanted::equals).isEmpty()).isEmpty()
                && (!toReview || line.toReview() > 0)
                && (!provisional || line.provisional() > 0);
    }

    public boolean isNarrow() {
        return outcome.isPresent() || level.isPresent() || toReview || provisional;
    }

    ListFilter at(int otherPage) {
        return new ListFilter(outcome, level, toReview, provisional, order, names, otherPage);
    }

    ListFilter naming(boolean named) {
        return new ListFilter(outcome, level, toReview, provisional, order, named, page);
    }

    /** The same as the query of an address. */
    public String query() {
        Map<String, String> all = new LinkedHashMap<>();
        outcome.ifPresent(value -> all.put("outcome", value.name()));
        level.ifPresent(value -> all.put("level", value.name()));
        if (toReview) {
            all.put("review", "on");
        }
        if (provisional) {
            all.put("provisional", "on");
        }
        all.put("sort", order.path());
        if (names) {
            all.put("candidate", "show");
        }
        if (page > 1) {
            all.put("page", Integer.toString(page));
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(value -> value.name().equals(name)).findFirst();
    }
}
