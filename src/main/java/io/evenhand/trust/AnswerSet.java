package io.evenhand.trust;

import io.evenhand.platform.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A file of human-graded answers, or a part that is spread over all of it. Its answers are read
 * again whenever they are wanted; only its questions are kept.
 */
final class AnswerSet {

    private static final int LONGEST_ID = 100;
    private static final int HASH = 8;

    private final Path file;
    private final String name;
    private final long total;
    private final long wanted;

    /** By the ids of the file, each with one of its answers. */
    private final Map<String, GoldAnswer> questions;

    private final Map<String, String> bankIds;

    private AnswerSet(Path file, Map<String, GoldAnswer> questions, long total, int limit) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.questions = questions;
        this.total = total;
        this.wanted = Math.min(limit, total);
        this.bankIds = bankIds();
    }

    static AnswerSet of(Path file, int limit) throws IOException {
        Map<String, GoldAnswer> questions = new LinkedHashMap<>();
        AtomicLong total = new AtomicLong();
        try (Stream<GoldAnswer> answers = GoldFile.stream(file)) {
            answers.forEach(
                    answer -> {
                        total.incrementAndGet();
                        questions.putIfAbsent(answer.questionId(), answer);
                    });
        }
        return new AnswerSet(file, questions, total.get(), limit);
    }

    String name() {
        return name;
    }

    long size() {
        return wanted;
    }

    List<GoldAnswer> questions() {
        return List.copyOf(questions.values());
    }

    /** Every n-th answer, in the order of the file; closes it when it is closed. */
    Stream<GoldAnswer> answers() throws IOException {
        AtomicLong next = new AtomicLong();
        return GoldFile.stream(file).filter(ignored -> isTaken(next.getAndIncrement()));
    }

    private boolean isTaken(long index) {
        return (index + 1) * wanted / total > index * wanted / total;
    }

    /** The id that a question of the file has in the bank. */
    String bankId(GoldAnswer answer) {
        return bankIds.getOrDefault(answer.questionId(), "");
    }

    private Map<String, String> bankIds() {
        String prefix = slug(name.replaceFirst("\\.csv$", ""));
        Map<String, String> ids = new HashMap<>();
        for (String id : questions.keySet()) {
            String wish = prefix + "-" + slug(id);
            boolean free = wish.length() <= LONGEST_ID && !ids.containsValue(wish);
            ids.put(id, free ? wish : marked(wish, id));
        }
        return ids;
    }

    private static String marked(String wish, String id) {
        String hash = Sha256.of(id).value();
        String mark = "-" + hash.substring(hash.length() - HASH);
        return wish.substring(0, Math.min(wish.length(), LONGEST_ID - mark.length())) + mark;
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[._-]+", "");
    }
}
