package io.evenhand.grading.precedent;

import io.evenhand.grading.Precedents;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.platform.KeySettings;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.Storage;
import io.evenhand.platform.StorageJson;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Wires up by hand what has identical work judged once. */
public final class CourtRoom {

    static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /** No folder can be made in a file. */
    private static final Path NOWHERE = Path.of("pom.xml", "nowhere");

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
        return identicalWork(hashes(KEY), precedents, storage, settings, clock, metrics);
    }

    /** Of a service that has no key, and no place to make one. */
    static IdenticalWork withoutKey(
            Precedents precedents,
            Storage storage,
            PrecedentSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return identicalWork(hashes(""), precedents, storage, settings, clock, metrics);
    }

    private static IdenticalWork identicalWork(
            WorkHashes hashes,
            Precedents precedents,
            Storage storage,
            PrecedentSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        return new IdenticalWork(
                hashes,
                new Casebook(precedents, storage, settings, clock),
                settings,
                new PatienceSettings(Duration.ofSeconds(2), Duration.ofMillis(500)),
                clock,
                metrics);
    }

    static WorkHashes hashes(String key) {
        return new WorkHashes(
                new ServiceKey(new KeySettings(key, List.of()), NOWHERE),
                new AnswerGuard(),
                new StorageJson());
    }

    static PrecedentSettings settings(boolean enabled, Duration life) {
        return new PrecedentSettings(enabled, life, DataSize.ofMegabytes(1), 100);
    }
}
