package io.evenhand.review;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an answer where evidence, flags or characters that cannot be seen begin or end. */
public final class Stretches {

    /** What changes the direction of text, has no width, or is no text at all. */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u2060\\uFEFF\\u00AD\\x{E0000}-\\x{E007F}"
                            + "\\p{Cc}&&[^\\t\\n\\r]]");

    private final String answer;
    private final List<Passage> evidence = new ArrayList<>();
    private final List<Mark> flags = new ArrayList<>();

    public Stretches(String answer) {
        this.answer = answer;
    }

    /**
     * @param place of the criterion in the rubric, from 1
     */
    public Stretches evidence(int place, int start, int end) {
        evidence.add(new Passage(place, start, end));
        return this;
    }

    /** A flag of the whole answer marks nothing in it. */
    public Stretches flag(String name, int start, int end) {
        if (end - start < answer.length()) {
            flags.add(new Mark(name, start, end));
        }
        return this;
    }

    /** A text in which what cannot be seen is named. */
    public static String readable(String text) {
        return UNSEEN.matcher(text).replaceAll(found -> name(found.group()));
    }

    private static String name(String unseen) {
        return "U+%04X".formatted(unseen.codePointAt(0));
    }

    public List<Stretch> cut() {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, answer.length()));
        evidence.forEach(passage -> cuts.addAll(List.of(passage.start, passage.end)));
        flags.forEach(mark -> cuts.addAll(List.of(mark.start, mark.end)));
        List<Stretch> all = new ArrayList<>();
        int start = cuts.pollFirst();
        for (int end : cuts) {
            add(all, start, end);
            start = end;
        }
        return all;
    }

    private void add(List<Stretch> all, int start, int end) {
        List<Integer> criteria =
                evidence.stream()
                        .filter(passage -> passage.start <= start && end <= passage.end)
                        .map(Passage::place)
                        .distinct()
                        .sorted()
                        .toList();
        List<String> names =
                flags.stream()
                        .filter(mark -> mark.start <= start && end <= mark.end)
                        .map(Mark::name)
                        .distinct()
                        .toList();
        boolean begins =
                evidence.stream().anyMatch(passage -> passage.start == start)
                        || flags.stream().anyMatch(mark -> mark.start == start);
        seen(all, answer.substring(start, end), new Stretch("", criteria, names, begins, false));
    }

    private static void seen(List<Stretch> all, String text, Stretch like) {
        Matcher unseen = UNSEEN.matcher(text);
        int from = 0;
        boolean begins = like.begins();
        while (unseen.find()) {
            if (unseen.start() > from) {
                all.add(with(like, text.substring(from, unseen.start()), begins, false));
                begins = false;
            }
            all.add(with(like, name(unseen.group()), begins, true));
            begins = false;
            from = unseen.end();
        }
        if (from < text.length()) {
            all.add(with(like, text.substring(from), begins, false));
        }
    }

    private static Stretch with(Stretch like, String text, boolean begins, boolean hidden) {
        return new Stretch(text, like.criteria(), like.flags(), begins, hidden);
    }

    private record Passage(int place, int start, int end) {}

    private record Mark(String name, int start, int end) {}
}
