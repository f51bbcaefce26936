package io.evenhand.grading.web;

import io.evenhand.grading.audit.Seal;
import java.time.Instant;

/** A seal as clients keep it. */
record SealView(int number, Instant sealedAt, int gradings, int entries, String root, String hash) {

    static SealView of(Seal seal) {
        return new SealView(
                seal.number(),
                seal.sealedAt(),
                seal.gradings(),
                seal.entries(),
                seal.root().value(),
                seal.hash().value());
    }
}
