package io.evenhand.trust;

import io.evenhand.platform.CommandLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** {@code bin/agreement}: grades a sample of human-graded answers and prints the agreement. */
public final class AgreementCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CommandLine options;

    private AgreementCommand(CommandLine options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        CommandLine options = CommandLine.parse(arguments);
        new AgreementCommand(options).run();
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        Path file = Path.of(options.required("data")).resolve(options.required("file"));
        int limit = Integer.parseInt(options.or("limit", "50"));
        int parallel = Integer.parseInt(options.or("parallel", "2"));
        URI service = URI.create(options.or("url", "http://127.0.0.1:8080"));
        Optional<String> key = Optional.ofNullable(System.getenv("EVENHAND_API_KEY"));
        AgreementReport report = new AgreementReport();
        try (GradingClient client = new GradingClient(service, key, PATIENCE);
                ExecutorService workers = Executors.newFixedThreadPool(parallel)) {
            List<Future<?>> work = new ArrayList<>();
            for (GoldAnswer gold : GoldFile.read(file, limit)) {
                work.add(workers.submit(() -> grade(client, gold, report)));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        options.out(report.text(String.valueOf(file.getFileName())));
    }

    private Void grade(GradingClient client, GoldAnswer gold, AgreementReport report)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonNode grading = client.grade(gold);
        report.add(gold, grading, (System.nanoTime() - start) / 1e9);
        if (options.has("verbose")) {
            options.out(
                    "%-10s human %.2f machine %s %s%n"
                            .formatted(
                                    gold.id(),
                                    gold.share(),
                                    grading.path("percentage"),
                                    grading.path("status").asString()));
        }
        return null;
    }
}
