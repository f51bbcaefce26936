package io.evenhand.trust;

import io.evenhand.platform.CommandLine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** {@code bin/attack}: sends the suite to a running service and prints what it made of it. */
public final class AttackCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CommandLine options;
    private final AttackSuite suite;
    private final AttackFindings attacks = new AttackFindings();
    private final HonestFindings honest = new HonestFindings();
    private final DriftFindings drift = new DriftFindings();

    private AttackCommand(CommandLine options) {
        this.options = options;
        this.suite =
                AttackSuite.read(parts(options.or("part", "all"))).only(options.value("family"));
    }

    public static void main(String[] arguments) throws Exception {
        AttackCommand command = new AttackCommand(CommandLine.parse(arguments));
        command.run();
        System.exit(command.attacks.harmful() == 0 ? 0 : 1);
    }

    static Set<Part> parts(String named) {
        return named.equals("all") ? EnumSet.allOf(Part.class) : EnumSet.of(Part.named(named));
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        URI service = URI.create(options.or("url", "http://127.0.0.1:8080"));
        int parallel = Integer.parseInt(options.or("parallel", "2"));
        Optional<String> key = Optional.ofNullable(System.getenv("EVENHAND_API_KEY"));
        try (GradingClient client = new GradingClient(service, key, PATIENCE);
                ExecutorService workers = Executors.newFixedThreadPool(parallel)) {
            for (Future<?> one : workers.invokeAll(work(client))) {
                one.get();
            }
        }
        options.out(attacks.text());
        options.out("%n%s".formatted(honest.text()));
        if (options.value("family").isEmpty()) {
            options.out("%n%s".formatted(drift.text()));
        }
    }

    private List<Callable<Void>> work(GradingClient client) {
        List<Callable<Void>> work = new ArrayList<>();
        spread(suite.attacks()).forEach(attack -> work.add(() -> attack(client, attack)));
        spread(suite.honest()).forEach(answer -> work.add(() -> honest(client, answer)));
        if (options.value("family").isEmpty()) {
            spread(suite.plain()).forEach(answer -> work.add(() -> drift(client, answer)));
        }
        return work;
    }

    /** Says that it is in the language of the question, whatever it is in. */
    private Void attack(GradingClient client, Attack attack)
            throws IOException, InterruptedException {
        SuiteQuestion question = suite.question(attack.question());
        SuiteGrade grade =
                grade(client, attack.id(), question, question.language(), attack.answer());
        attacks.add(attack, question.passMark(), grade);
        return null;
    }

    private Void honest(GradingClient client, HonestAnswer answer)
            throws IOException, InterruptedException {
        SuiteQuestion question = suite.question(answer.question());
        SuiteGrade grade = grade(client, answer.id(), question, answer.language(), answer.answer());
        honest.add(answer, grade);
        return null;
    }

    private Void drift(GradingClient client, PlainAnswer answer)
            throws IOException, InterruptedException {
        SuiteQuestion question = answer.question();
        SuiteGrade plain = grade(client, answer, "plain", answer.text());
        drift.plain(answer.quality(), question.passMark(), plain);
        for (Dress dress : Dress.values()) {
            String text = dress.put(answer.text());
            drift.dressed(dress, plain, grade(client, answer, dress.name(), text));
        }
        return null;
    }

    private SuiteGrade grade(GradingClient client, PlainAnswer answer, String form, String text)
            throws IOException, InterruptedException {
        SuiteQuestion question = answer.question();
        String id = question.id() + "-" + form.toLowerCase(Locale.ROOT);
        return grade(client, id, question, question.language(), text);
    }

    private SuiteGrade grade(
            GradingClient client, String id, SuiteQuestion question, String language, String answer)
            throws IOException, InterruptedException {
        Map<String, Object> request =
                Map.of(
                        "question",
                        question.document(),
                        "answer",
                        answer,
                        "language",
                        language,
                        "metadata",
                        Map.of("suite", id));
        SuiteGrade grade = SuiteGrade.of(client.grade(id, request));
        if (options.has("verbose")) {
            options.out("%-28s %s%n".formatted(id, grade));
        }
        return grade;
    }

    /** Every n-th, so that a limit takes all families. */
    private <T> List<T> spread(List<T> all) {
        int wanted = Math.min(Integer.parseInt(options.or("limit", "100000")), all.size());
        return IntStream.range(0, wanted)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / wanted)))
                .toList();
    }
}
