package io.evenhand.grading.precedent;

import io.evenhand.grading.Precedents;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.Storage;
import io.evenhand.platform.StorageJson;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Wires up by hand what has identical work judged once. */
public final class CourtRoom {

    static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    static final PrecedentSettings SETTINGS = settings(true, Duration.ofHours(24));

    private CourtRoom() {}

    public static IdenticalWork identicalWork(
            Precedents precedents, Storage storage, Clock clock, MeterRegistry metrics) {
        return identicalWork(precedents, storage, SETTINGS, clock, metrics);
    }

    static IdenticalWork identicalWork(
            Precedents precedents,
            Storage storage,
            PrecedentSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new IdenticalWork(
                hashes(KEY),
                new Casebook(precedents, storage, settings, clock),
                settings,
                new PatienceSettings(Duration.ofSeconds(2), Duration.ofMillis(500)),
                clock,
                metrics);
    }

    static WorkHashes hashes(String key) {
        return new WorkHashes(
                new ServiceKey(key, Path.of("nowhere")), new AnswerGuard(), new StorageJson());
    }

    static PrecedentSettings settings(boolean enabled, Duration life) {
        return new PrecedentSettings(enabled, life, DataSize.ofMegabytes(1), 100);
    }
}
