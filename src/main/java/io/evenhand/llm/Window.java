package io.evenhand.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many calls a model takes at a time, found out as TCP finds out what a line takes: additive
 * increase, multiplicative decrease (Chiu and Jain, 1989), by which those who share a provider come
 * to equal shares without knowing of each other. One more after as many good calls as there may be
 * at a time, and only while that many are made (RFC 7661: what is not used proves nothing); half of
 * it when the provider wants less.
 *
 * <p>It begins at the ceiling, which is what the operator takes the provider to bear: the first
 * refusal corrects that within one call, while a slow start would hold back every instance that is
 * well within its limits.
 */
final class Window {

    /** Not cut again that soon, or refusals that come at once would bring it down to 1 at once. */
    private static final Duration COOL_DOWN = Duration.ofSeconds(1);

    private final int ceiling;
    private final Clock clock;
    private int limit;
    private int good;
    private int cuts;
    private Instant calmUntil = Instant.MIN;

    Window(int ceiling, Clock clock) {
        this.ceiling = ceiling;
        this.limit = ceiling;
        this.clock = clock;
    }

    int limit() {
        return limit;
    }

    /** Counts reductions; a call is to remember the count of when it began. */
    int cuts() {
        return cuts;
    }

    /**
     * A call was answered.
     *
     * @param begunAfter reductions before it began: one of before the last says nothing of today
     * @param full whether as many were in flight as there may be
     */
    void good(int begunAfter, boolean full) {
        if (full && begunAfter == cuts && limit < ceiling && ++good >= limit) {
            limit++;
            good = 0;
        }
    }

    /**
     * The provider wants less. Refusals of calls that were under way at the last reduction are what
     * led to it, and count no more.
     */
    void refused(int begunAfter) {
        Instant now = clock.instant();
        if (begunAfter == cuts && !now.isBefore(calmUntil)) {
            limit = Math.max(1, limit / 2);
            good = 0;
            cuts++;
            calmUntil = now.plus(COOL_DOWN);
        }
    }
}
