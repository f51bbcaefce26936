package io.evenhand.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what a renderer would hide: comments, and elements that are styled out of sight.
 *
 * <p>An answer is plain text, so that a visible tag is part of it: only what is hidden goes, and
 * only if it is closed, since a renderer would swallow the rest of an honest answer otherwise. What
 * stands between back quotes is shown by every renderer and stays.
 */
public final class Markup {

    /**
     * Elements that are never shown, unless what they hold is code, which an answer may consist of.
     */
    private static final Pattern UNSEEN_NAME = Pattern.compile("(?:script|style|template)");

    private static final Pattern CODE = Pattern.compile("[{};=]|\\(\\)|\\);?");
    private static final Pattern REMARK =
            Pattern.compile("/\\*[^*]{0,2000}+\\*/|//[^\\n]{0,2000}+|<!--");

    private static final Pattern HIDING =
            Pattern.compile(
                    "\\shidden(?=[\\s=/>])|(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden"
                            + "|(?:font-size|opacity)\\s*:\\s*0(?:\\.0{1,3})?\\s*"
                            + "(?:px|pt|em|rem|%)?\\s*(?:[;\"'!])"
                            + "|[\\s;\"']color\\s*:\\s*(?:transparent|white|#fff(?:fff)?)\\b)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OPENING =
            Pattern.compile("\\G<([A-Za-z][A-Za-z0-9-]{0,30})((?:\\s[^<>]{0,500})?)>");

    /** A comment of Markdown: a link's definition that no link can use. */
    private static final Pattern MARKDOWN_COMMENT =
            Pattern.compile(
                    "\\G\\[(?://|comment|_metadata_:[a-z]{1,20})]:\\s?(?:#|<>)\\s?"
                            + "(?:\\([^\\n]{0,2000}\\)|\"[^\\n]{0,2000}\")",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern INVISIBLE_INK =
            Pattern.compile("\\G\\\\(?:textcolor\\{white}|phantom)\\{[^{}]{0,2000}}");

    /** Layers that are taken off; nobody hides text deeper by chance, and each costs a look. */
    private static final int DEEPEST = 20;

    /** UTF-16 units of an element's body that tell whether it is code. */
    private static final int LONGEST_LOOK = 500;

    private final String text;
    private final String lower;
    private final List<Span> hidden = new ArrayList<>();
    private final Closings closing = new Closings();

    private Markup(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    /** The stretches of a text that a renderer would hide, in order, none touching another. */
    public static List<Span> hiddenIn(String text) {
        boolean any = text.indexOf('<') >= 0 || text.contains("]:") || text.indexOf('\\') >= 0;
        return any ? new Markup(text).scan() : List.of();
    }

    /** What is hidden within something hidden shows only when that is gone: so again and again. */
    static Traced removedFrom(Traced text) {
        Traced shown = text;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Span> hidden = hiddenIn(shown.text());
            if (hidden.isEmpty()) {
                return shown;
            }
            shown = without(hidden, shown);
        }
        return shown;
    }

    private static Traced without(List<Span> hidden, Traced text) {
        TracedBuilder shown = new TracedBuilder(text);
        int at = 0;
        for (Span span : hidden) {
            shown.copy(at, span.start());
            // a space, so that what stood on either side does not grow into new markup
            shown.replace(span.start(), span.end(), " ");
            at = span.end();
        }
        shown.copy(at, text.length());
        return shown.build();
    }

    private List<Span> scan() {
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '`') {
                at = endOfCode(at);
                continue;
            }
            int end = sign == '<' ? endOfHidden(at) : endOfInk(sign, at);
            if (end > at) {
                hidden.add(new Span(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return hidden;
    }

    private int endOfInk(char sign, int at) {
        return switch (sign) {
            case '[' -> at == 0 || text.charAt(at - 1) == '\n' ? end(MARKDOWN_COMMENT, at) : at;
            case '\\' -> end(INVISIBLE_INK, at);
            default -> at;
        };
    }

    private int end(Pattern pattern, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() : at;
    }

    /** Code ends with as many back quotes as it begins with; if there are none, it is no code. */
    private int endOfCode(int at) {
        int from = at;
        while (from < text.length() && text.charAt(from) == '`') {
            from++;
        }
        int close = closing.find(text, text.substring(at, from), from);
        return close < 0 ? from : close + (from - at);
    }

    private int endOfHidden(int at) {
        if (text.startsWith("<!--", at)) {
            return after("-->", at + 4, at);
        }
        Matcher tag = OPENING.matcher(text).region(at, text.length());
        if (!tag.lookingAt()) {
            return at;
        }
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        boolean unseen = UNSEEN_NAME.matcher(name).matches();
        boolean hides = HIDING.matcher(" " + tag.group(2) + ">").find();
        if (!unseen && !hides) {
            return at;
        }
        int close = closing.find(lower, "</" + name, tag.end());
        if (close < 0 || (!hides && isCode(tag.end(), close))) {
            return at;
        }
        return after(">", close, at);
    }

    private int after(String end, int from, int otherwise) {
        int found = closing.find(text, end, from);
        return found < 0 ? otherwise : found + end.length();
    }

    private boolean isCode(int from, int to) {
        String body = text.substring(from, Math.min(to, from + LONGEST_LOOK));
        return CODE.matcher(REMARK.matcher(body).replaceAll(" ")).find();
    }

    /** Remembers what is not to be found any more, so that hostile openings cost one look each. */
    private static final class Closings {

        private final Map<String, Integer> missing = new HashMap<>();

        int find(String text, String wanted, int from) {
            if (from >= missing.getOrDefault(wanted, Integer.MAX_VALUE)) {
                return -1;
            }
            int found = text.indexOf(wanted, from);
            if (found < 0) {
                missing.put(wanted, from);
            }
            return found;
        }
    }
}
