package io.evenhand.grading.turns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those who wait, in the order of their turns: the more urgent first, but each tenth turn is for
 * what is less so, so that nothing waits for ever; among equals by {@link TenantTurns}. Not for
 * several threads at a time.
 */
public final class Line<T> {

    /** So many turns in a row pass over those who wait with less urgency. */
    private static final int PASSED_OVER = 9;

    private static final int CLASSES = Urgency.values().length;

    private final List<TenantTurns<T>> classes;
    private final int[] passedOver = new int[CLASSES];

    public Line(Weights weights) {
        classes = Stream.generate(() -> new TenantTurns<T>(weights)).limit(CLASSES).toList();
    }

    public void add(Ticket ticket, T item) {
        classes.get(ticket.urgency().ordinal()).add(ticket.tenant(), item);
    }

    /** Takes out whoever's turn it is. */
    public Optional<T> next() {
        return next(0);
    }

    private Optional<T> next(int urgency) {
        if (urgency == CLASSES) {
            return Optional.empty();
        }
        boolean othersWait = sizeFrom(urgency + 1) > 0;
        if (classes.get(urgency).isEmpty()) {
            return next(urgency + 1);
        }
        if (!othersWait || passedOver[urgency]++ < PASSED_OVER) {
            return classes.get(urgency).next();
        }
        passedOver[urgency] = 0;
        return next(urgency + 1);
    }

    /** Lets go of one who does not want to wait any more; false if it does not stand here. */
    public boolean remove(Ticket ticket, T item) {
        return classes.get(ticket.urgency().ordinal()).remove(ticket.tenant(), item);
    }

    /**
     * Takes out one who has to make room for this ticket, the last that came of those who are to go
     * last: a less urgent one, or one of a tenant that has more waiting for its weight.
     */
    public Optional<T> giveWay(Ticket ticket) {
        int urgency = ticket.urgency().ordinal();
        for (int less = CLASSES - 1; less > urgency; less--) {
            if (!classes.get(less).isEmpty()) {
                return classes.get(less).last();
            }
        }
        return classes.get(urgency).lastOfOneWithMoreThan(ticket.tenant());
    }

    public int size(Urgency urgency) {
        return classes.get(urgency.ordinal()).size();
    }

    public int size() {
        return sizeFrom(0);
    }

    private int sizeFrom(int first) {
        return classes.stream().skip(first).mapToInt(TenantTurns::size).sum();
    }
}
