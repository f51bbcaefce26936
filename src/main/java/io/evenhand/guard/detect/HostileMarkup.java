package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.Markup;
import io.evenhand.guard.Span;
import io.evenhand.guard.Traced;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds markup that hides words about grading from a reader, and markup that acts, in an answer
 * whose question is not about web pages. Comments in code and examples of such markup are honest.
 *
 * <p>Flags 0 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class HostileMarkup implements Detector {

    private static final Pattern ACTIVE =
            Pattern.compile(
                    "<(?:script|iframe|object|embed|svg|img|body|meta|link|form)\\b[^<>]{0,300}"
                            + "(?:\\son[a-z]{3,20}\\s?=|javascript:|src\\s?=|http-equiv|href\\s?=)"
                            + "|<script\\b[^<>]{0,300}>"
                            + "|]\\((?:javascript|data):|!\\[[^\\]\\n]{0,200}]\\(https?://[^)\\s]{1,500}\\?[^)\\s]{1,500}\\)",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Flag> look(Subject subject) {
        return Stream.concat(hidden(subject), active(subject));
    }

    private static Stream<Flag> hidden(Subject subject) {
        String answer = subject.answer();
        return Markup.hiddenIn(answer).stream()
                .filter(span -> isAboutGrading(span.of(answer)))
                .map(
                        span ->
                                flag(
                                        "Hidden markup holds words that seem to be about grading.",
                                        span));
    }

    private static boolean isAboutGrading(String hidden) {
        Reading reading = Reading.of(Traced.of(hidden), false);
        List<Token> tokens = reading.tokens();
        return Appeals.in(reading).isPresent()
                || ScoreStrings.isIn(reading.text().text())
                || any(Topic.PRIZE, tokens)
                || (any(Topic.SMALL_PRIZE, tokens)
                        && (any(Topic.MINE, tokens) || any(Topic.GRADER, tokens)))
                || (any(Topic.OVERRIDE, tokens) && any(Topic.ORDERS, tokens));
    }

    private static boolean any(Topic topic, List<Token> tokens) {
        return !Words.about(topic, tokens).isEmpty();
    }

    private static Stream<Flag> active(Subject subject) {
        Matcher active = ACTIVE.matcher(subject.answer());
        if (!active.find() || isAboutWebPages(subject)) {
            return Stream.empty();
        }
        return Stream.of(
                flag(
                        "Markup that acts stands here, though the question is not about web pages.",
                        new Span(active.start(), active.end())));
    }

    private static boolean isAboutWebPages(Subject subject) {
        String keys = String.join(" ", subject.inspection().modelAnswers());
        List<Token> asked = Tokens.of(Folding.of(subject.inspection().question() + " " + keys));
        return any(Topic.WEB, asked);
    }

    private static Flag flag(String detail, Span span) {
        return new Flag(Flag.Code.HOSTILE_MARKUP, detail, span.start(), span.end());
    }
}
