package io.evenhand.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a set's questions into the bank, has its answers graded as one batch, and compares. */
final class AnswerImport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "PAUSED");

    /** Questions in one request: far below the size that the service takes. */
    private static final int PORTION = 50;

    private final BatchClient client;
    private final Duration pause;
    private final Consumer<String> out;

    /**
     * @param pause between two looks at a batch
     * @param out is told how it goes
     */
    AnswerImport(BatchClient client, Duration pause, Consumer<String> out) {
        this.client = client;
        this.pause = pause;
        this.out = out;
    }

    void questions(AnswerSet set) throws IOException, InterruptedException {
        List<GoldAnswer> all = set.questions();
        for (int from = 0; from < all.size(); from += PORTION) {
            List<GoldAnswer> some = all.subList(from, Math.min(all.size(), from + PORTION));
            JsonNode report = client.importQuestions(BankTable.of(set, some));
            out.accept("%s: %d questions %s%n".formatted(set.name(), some.size(), report));
        }
    }

    /** Grades all answers of a set, which takes as long as it takes, and says how far it agrees. */
    void answers(AnswerSet set) throws IOException, InterruptedException {
        String batch = client.upload(() -> body(set));
        out.accept("%s: %d answers in batch %s%n".formatted(set.name(), set.size(), batch));
        await(batch);
        try (Stream<JsonNode> results = client.results(batch);
                Stream<GoldAnswer> answers = set.answers()) {
            out.accept(report(set, results.iterator(), answers.iterator()));
        }
    }

    private static InputStream body(AnswerSet set) {
        try {
            return new LineStream(set.answers().map(answer -> line(set, answer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(AnswerSet set, GoldAnswer gold) {
        return JSON.writeValueAsString(
                Map.of(
                        "customId", gold.id(),
                        "questionId", set.bankId(gold),
                        "answer", gold.answer()));
    }

    private void await(String batch) throws IOException, InterruptedException {
        String before = "";
        while (true) {
            JsonNode now = client.batch(batch);
            String standing = now.path("status").asString() + " " + now.path("counts");
            if (!before.equals(standing)) {
                before = standing;
                out.accept("  %s%n".formatted(standing));
            }
            if (ENDED.contains(now.path("status").asString())) {
                return;
            }
            Thread.sleep(pause);
        }
    }

    private static String report(
            AnswerSet set, Iterator<JsonNode> results, Iterator<GoldAnswer> answers)
            throws IOException {
        AgreementReport report = new AgreementReport();
        int rejected = 0;
        while (answers.hasNext()) {
            GoldAnswer gold = answers.next();
            JsonNode result = results.hasNext() ? results.next() : JSON.createObjectNode();
            if (!result.path("customId").asString("").equals(gold.id())) {
                throw new IOException("the results are not those of the answers that were sent");
            }
            if (result.has("error")) {
                rejected++;
            } else {
                report.add(gold, result);
            }
        }
        String lines = report.text(set.name());
        return rejected == 0 ? lines : lines + "  %d answers were rejected%n".formatted(rejected);
    }
}
