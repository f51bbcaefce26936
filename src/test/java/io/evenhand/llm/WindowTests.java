package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Additive increase, multiplicative decrease. */
class WindowTests {

    private final SettableClock clock = new SettableClock();
    private final Window window = new Window(64, clock);

    @Test
    void beginsAtTheCeilingAndIsHalvedAtOnce() {
        assertThat(window.limit()).isEqualTo(64);

        window.refused(0);

        assertThat(window.limit()).isEqualTo(32);
    }

    @Test
    void neverFallsBelowOne() {
        for (int i = 0; i < 20; i++) {
            window.refused(window.cuts());
            clock.advance(Duration.ofSeconds(2));
        }

        assertThat(window.limit()).isEqualTo(1);
    }

    @Test
    void callsThatWereUnderWayAtTheLastCutCountNoMore() {
        window.refused(0);
        clock.advance(Duration.ofMinutes(1));

        window.refused(0);
        assertThat(window.limit()).isEqualTo(32);

        window.refused(1);
        assertThat(window.limit()).isEqualTo(16);
    }

    @Test
    void refusalsThatComeAtOnceDoNotBringItDownToOne() {
        for (int i = 0; i < 100; i++) {
            window.refused(window.cuts());
        }

        assertThat(window.limit()).isEqualTo(32);
    }

    @Test
    void growsByOneAfterAsManyGoodCallsAsThereMayBe() {
        cutTo(4);

        good(3);
        assertThat(window.limit()).isEqualTo(4);
        good(1);
        assertThat(window.limit()).isEqualTo(5);
        good(5);
        assertThat(window.limit()).isEqualTo(6);
    }

    @Test
    void growsToTheCeilingAndNoFurther() {
        cutTo(32);

        good(5000);

        assertThat(window.limit()).isEqualTo(64);
    }

    @Test
    void whatIsNotUsedProvesNothing() {
        cutTo(4);

        for (int i = 0; i < 100; i++) {
            window.good(window.cuts(), false);
        }

        assertThat(window.limit()).isEqualTo(4);
    }

    @Test
    void goodCallsOfBeforeTheCutProveNothing() {
        cutTo(4);

        for (int i = 0; i < 100; i++) {
            window.good(window.cuts() - 1, true);
        }

        assertThat(window.limit()).isEqualTo(4);
    }

    /**
     * The property that the rule is known for: with a provider that takes so many at a time, it
     * stays between half of that and a little more.
     */
    @Test
    void swingsBetweenHalfOfWhatTheProviderTakesAndAllOfIt() {
        int takes = 20;
        cutTo(8);
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int round = 0; round < 1000; round++) {
            int inFlight = window.limit();
            int begunAfter = window.cuts();
            for (int call = 0; call < inFlight; call++) {
                if (call < takes) {
                    window.good(begunAfter, true);
                } else {
                    window.refused(begunAfter);
                }
            }
            clock.advance(Duration.ofSeconds(2));
            if (round > 100) {
                least = Math.min(least, window.limit());
                most = Math.max(most, window.limit());
            }
        }

        assertThat(least).isBetween(9, 11);
        assertThat(most).isBetween(20, 22);
    }

    private void cutTo(int limit) {
        while (window.limit() > limit) {
            window.refused(window.cuts());
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(window.limit()).isEqualTo(limit);
    }

    private void good(int calls) {
        for (int i = 0; i < calls; i++) {
            window.good(window.cuts(), true);
        }
    }
}
