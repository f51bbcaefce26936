package io.evenhand.durability;

import io.evenhand.bench.StubModel;
import io.evenhand.delivery.Receiver;
import io.evenhand.platform.Sha256;
import io.evenhand.support.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances of the packaged jar on one PostgreSQL, a model, and a receiver for each tenant. */
final class Cluster implements AutoCloseable {

    static final List<String> TENANTS = List.of("alpha", "beta");

    /**
     * So short that a round need not wait long for what a killed instance held, and so long that a
     * busy machine does not keep an instance from renewing it.
     */
    static final Duration LEASE = Duration.ofSeconds(8);

    static final Duration DELAY = Duration.ofMillis(300);

    private static final int INSTANCES = 2;

    private final Path folder;
    private final RestartablePostgres postgres;
    private final StubModel model = StubModel.start("127.0.0.1", 0, DELAY);
    private final Map<String, Receiver> receivers = new HashMap<>();
    private final PackagedService[] instances = new PackagedService[INSTANCES];

    Cluster(Path folder) throws IOException {
        this.folder = folder;
        this.postgres = new RestartablePostgres(folder.resolve("postgres"));
        TENANTS.forEach(tenant -> receivers.put(tenant, new Receiver()));
        Map<String, String> settings = settings();
        // one after the other, so that one of them migrates the database
        for (int i = 0; i < INSTANCES; i++) {
            Path own = Files.createDirectories(folder.resolve("instance-" + i));
            instances[i] = PackagedService.start(own, settings);
        }
    }

    static String keyOf(String tenant) {
        return "key-of-" + tenant;
    }

    StubModel model() {
        return model;
    }

    Receiver receiver(String tenant) {
        return receivers.get(tenant);
    }

    RestartablePostgres postgres() {
        return postgres;
    }

    JdbcClient jdbc() {
        return postgres.jdbc();
    }

    PackagedService instance(int number) {
        return instances[number];
    }

    URI url(int number) {
        return instances[Math.floorMod(number, INSTANCES)].url();
    }

    void restart(int number) {
        instances[number] = instances[number].restart();
    }

    /** Gradings that an instance works on, or worked on when it was killed. */
    int held() {
        return jdbc().sql("select count(*) from grading where lease_until > now()")
                .query(Integer.class)
                .single();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", postgres.url());
        settings.put("spring.datasource.username", "postgres");
        settings.put("evenhand.examples", "false");
        settings.put("spring.kafka.bootstrap-servers", TestBroker.address());
        settings.put("evenhand.llm.models[0].provider", "openai");
        settings.put("evenhand.llm.models[0].base-url", model.baseUrl());
        settings.put("evenhand.llm.models[0].model", "stub");
        settings.put("evenhand.llm.breaker.open-for", "2s");
        settings.put("evenhand.grading.lease", LEASE.toSeconds() + "s");
        settings.put("evenhand.grading.retry-first", "1s");
        settings.put("evenhand.dispatch.interval", "300ms");
        settings.put("evenhand.dispatch.regrade-batch", "50");
        settings.put("evenhand.delivery.interval", "300ms");
        settings.put("evenhand.delivery.timeout", "3s");
        settings.put("evenhand.delivery.lease-margin", "1s");
        settings.put("evenhand.delivery.allowed-hosts", "localhost");
        settings.put("evenhand.key", Base64.getEncoder().encodeToString(new byte[32]));
        IntStream.range(0, TENANTS.size()).forEach(i -> access(settings, i, TENANTS.get(i)));
        return settings;
    }

    private static void access(Map<String, String> settings, int i, String tenant) {
        String prefix = "evenhand.access.keys[" + i + "].";
        settings.put(prefix + "hash", Sha256.of(keyOf(tenant)).value());
        settings.put(prefix + "tenant", tenant);
        settings.put(prefix + "scopes", "grade,review,manage");
    }

    @Override
    public void close() throws IOException {
        CompletableFuture.allOf(
                        IntStream.range(0, INSTANCES)
                                .filter(i -> instances[i] != null)
                                .mapToObj(i -> CompletableFuture.runAsync(instances[i]::close))
                                .toArray(CompletableFuture[]::new))
                .join();
        receivers.values().forEach(Receiver::close);
        model.close();
        postgres.close();
    }
}
