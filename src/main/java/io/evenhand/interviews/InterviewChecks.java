package io.evenhand.interviews;

import io.evenhand.interviews.Interview.Item;
import io.evenhand.interviews.InterviewDocument.ItemDocument;
import io.evenhand.platform.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an interview from its document and says all that is wrong with it. */
final class InterviewChecks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    /** In UTF-16 code units. */
    private static final int TITLE = 200;

    private static final int DESCRIPTION = 5_000;
    private static final int MOST_QUESTIONS = 200;
    private static final BigDecimal MOST_WEIGHT = new BigDecimal(1_000);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int DECIMALS = 2;

    private final InterviewDocument document;
    private final String pointer;
    private final Violations violations;
    private final Set<String> ids = new HashSet<>();

    InterviewChecks(InterviewDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer;
        this.violations = violations;
    }

    Optional<Interview> read() {
        int before = violations.count();
        String id = id();
        String title = text(document.title(), "/title", TITLE).orElse("");
        Optional<String> description =
                document.description() == null
                        ? Optional.empty()
                        : text(document.description(), "/description", DESCRIPTION);
        BigDecimal passMark = passMark();
        List<Item> items = items();
        return violations.count() > before
                ? Optional.empty()
                : Optional.of(new Interview(id, 0, title, description, passMark, items));
    }

    private String id() {
        String id = document.id() == null ? "" : document.id();
        require(
                SLUG.matcher(id).matches(),
                "/id",
                "is no slug: 1 to 100 of a-z, 0-9, dot, dash and underscore, the first a letter or"
                        + " digit");
        require(!id.equals("import"), "/id", "is an address of its own: choose another");
        return id;
    }

    private Optional<String> text(@Nullable String text, String at, int most) {
        if (text == null || text.isBlank()) {
            violations.add(pointer + at, "is missing or blank");
            return Optional.empty();
        }
        return require(text.length() <= most, at, "is longer than " + most + " characters")
                ? Optional.of(text)
                : Optional.empty();
    }

    private BigDecimal passMark() {
        BigDecimal mark = document.passMark();
        if (mark == null) {
            violations.add(pointer + "/passMark", "is missing: a percentage, 0 to 100");
            return BigDecimal.ZERO;
        }
        boolean sane = mark.signum() >= 0 && mark.compareTo(HUNDRED) <= 0 && isShort(mark);
        return require(sane, "/passMark", "is a percentage: 0 to 100, at most two decimals")
                ? plain(mark)
                : BigDecimal.ZERO;
    }

    private List<Item> items() {
        List<@Nullable ItemDocument> given =
                document.questions() == null ? List.of() : document.questions();
        if (!require(
                !given.isEmpty() && given.size() <= MOST_QUESTIONS,
                "/questions",
                "an interview has 1 to " + MOST_QUESTIONS + " questions")) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            item(given.get(i), "/questions/" + i).ifPresent(items::add);
        }
        return items;
    }

    private Optional<Item> item(@Nullable ItemDocument item, String at) {
        if (item == null || item.id() == null) {
            violations.add(pointer + at + "/id", "is missing");
            return Optional.empty();
        }
        boolean once = require(ids.add(item.id()), at + "/id", "stands twice in the interview");
        BigDecimal weight = item.weight() == null ? BigDecimal.ONE : item.weight();
        boolean sane =
                require(
                        weight.signum() > 0
                                && weight.compareTo(MOST_WEIGHT) <= 0
                                && isShort(weight),
                        at + "/weight",
                        "is above 0, at most " + MOST_WEIGHT + ", with at most two decimals");
        return once && sane ? Optional.of(new Item(item.id(), plain(weight))) : Optional.empty();
    }

    private boolean require(boolean condition, String at, String message) {
        return violations.require(condition, pointer + at, message);
    }

    private static boolean isShort(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** Written in one way, so that the same interview is the same. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()));
    }
}
