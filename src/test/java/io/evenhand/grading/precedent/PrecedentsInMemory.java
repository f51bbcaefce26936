package io.evenhand.grading.precedent;

import io.evenhand.grading.AnswerHash;
import io.evenhand.grading.Precedent;
import io.evenhand.grading.Precedents;
import io.evenhand.grading.Work;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps precedents as long as a test runs, and counts how often they are read. */
public final class PrecedentsInMemory implements Precedents {

    private final Map<Work, Precedent> rows = new ConcurrentHashMap<>();
    private volatile boolean broken;
    private volatile int reads;

    void breakDown() {
        broken = true;
    }

    int size() {
        return rows.size();
    }

    int reads() {
        return reads;
    }

    @Override
    public synchronized Optional<Precedent> find(Work work, Instant now) {
        requireWhole();
        reads++;
        return Optional.ofNullable(rows.get(work)).filter(row -> row.expiresAt().isAfter(now));
    }

    @Override
    public synchronized Optional<String> id(Work work, Instant now) {
        requireWhole();
        return Optional.ofNullable(rows.get(work))
                .filter(row -> row.expiresAt().isAfter(now))
                .map(Precedent::id);
    }

    @Override
    public synchronized void add(Precedent precedent, Instant now) {
        requireWhole();
        if (id(precedent.work(), now).isEmpty()) {
            rows.put(precedent.work(), precedent);
        }
    }

    @Override
    public synchronized void replace(Precedent precedent) {
        requireWhole();
        rows.put(precedent.work(), precedent);
    }

    @Override
    public synchronized int forget(AnswerHash answer) {
        int before = rows.size();
        rows.keySet().removeIf(work -> work.answer().equals(answer));
        return before - rows.size();
    }

    @Override
    public int tidy(Instant now, int most) {
        throw new UnsupportedOperationException();
    }

    private void requireWhole() {
        if (broken) {
            throw new IllegalStateException("the store is broken");
        }
    }
}
