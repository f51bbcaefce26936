package io.evenhand.review.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.evenhand.platform.CommandLine;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code bin/bench queue}: how long the queue's tabs, counts and filters take in a large one, as
 * the database answers them. The database must be empty.
 */
public final class QueueBenchCommand {

    private static final TenantId TENANT = new TenantId("large");
    private static final int ROWS = 26;
    private static final int PAGE = 50;
    private static final int COUNTED = 1000;
    private static final int TIMES = 15;
    private static final int GOAL_MS = 200;

    private static final List<String> FILTERS =
            List.of(
                    "tab=needs-review",
                    "tab=provisional",
                    "tab=ungraded",
                    "tab=reviewed",
                    "tab=all",
                    "reason=LOW_CONFIDENCE",
                    "reason=APPEALED",
                    "tab=reviewed&reason=APPEALED",
                    "flag=HEDGING",
                    "flag=INJECTION_SUSPECTED",
                    "tab=all&flag=INJECTION_SUSPECTED",
                    "flag=HEDGING&reason=BORDERLINE",
                    "confidence=0-20",
                    "confidence=80-100",
                    "tab=all&confidence=80-100",
                    "age=day",
                    "age=stale",
                    "tab=all&age=day",
                    "tab=ungraded&age=day",
                    "assignee=reader-4",
                    "tab=reviewed&assignee=reader-4",
                    "question=question-7",
                    "question=question-7&confidence=80-100",
                    "interview=some",
                    "tab=all&interview=some",
                    "batch=batch-9",
                    "tab=all&batch=batch-9",
                    "marked=on",
                    "tab=all&marked=on");

    private final CommandLine options;
    private final QueueSearch search;
    private long slowest;

    private QueueBenchCommand(CommandLine options, JdbcClient jdbc) {
        this.options = options;
        this.search = new QueueSearch(jdbc, Clock.systemUTC());
    }

    public static void main(String[] arguments) {
        CommandLine options = CommandLine.parse(arguments);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.required("url"));
        config.setUsername(options.or("user", "sa"));
        config.setPassword(options.or("password", ""));
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Flyway.configure().dataSource(pool).load().migrate();
            JdbcClient jdbc = JdbcClient.create(pool);
            int rows = Integer.parseInt(options.or("rows", "1000000"));
            if (jdbc.sql("select count(*) from review_item").query(Integer.class).single() == 0) {
                new QueueSeed(jdbc).sow(rows, Times.utc(Clock.systemUTC().instant()));
            }
            new QueueBenchCommand(options, jdbc).run();
        }
    }

    private void run() {
        options.out(
                "%-40s %8s %8s %8s %8s%n"
                        .formatted("ms, the median", "page 1", "page " + PAGE, "count", "next"));
        FILTERS.forEach(this::measure);
        options.out(
                "the slowest %d ms, goal %d ms: %s%n"
                        .formatted(slowest, GOAL_MS, slowest < GOAL_MS ? "reached" : "missed"));
    }

    private void measure(String query) {
        QueueFilter filter = filter(query);
        Desk desk = new Desk("reader-9", "window", false);
        List<QueueItem> far =
                page(filter, Optional.empty(), Optional.empty(), (PAGE - 1) * (ROWS - 1));
        Optional<QueueItem.Position> before =
                far.isEmpty() ? Optional.empty() : Optional.of(far.getLast().position());
        options.out(
                "%-40s %8d %8d %8d %8d%n"
                        .formatted(
                                query,
                                median(
                                        () ->
                                                page(
                                                        filter,
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        ROWS)),
                                median(() -> page(filter, before, Optional.empty(), ROWS)),
                                median(() -> search.count(TENANT, filter, COUNTED)),
                                median(
                                        () ->
                                                page(
                                                        filter,
                                                        Optional.empty(),
                                                        Optional.of(desk),
                                                        1))));
    }

    private static QueueFilter filter(String query) {
        MultiValueMap<String, String> given =
                new LinkedMultiValueMap<>(
                        UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams());
        QueueFilter filter = QueueFilter.of(given);
        return filter.interview().isEmpty()
                ? filter
                : filter.asking(IntStream.range(0, 10).mapToObj(i -> "question-" + i).toList());
    }

    private List<QueueItem> page(
            QueueFilter filter,
            Optional<QueueItem.Position> after,
            Optional<Desk> free,
            int limit) {
        return search.page(new Queue.Page(TENANT, filter, after, free, limit));
    }

    private long median(Runnable work) {
        long[] took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            work.run();
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        long millis = took[TIMES / 2] / 1_000_000;
        slowest = Math.max(slowest, millis);
        return millis;
    }
}
