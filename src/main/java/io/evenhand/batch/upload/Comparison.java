package io.evenhand.batch.upload;

import io.evenhand.batch.Admission;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.BatchLine;
import io.evenhand.platform.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Compares an upload that comes again with what is stored of it: a line that was there must be
 * there as it was, and no other.
 */
final class Comparison {

    private final BatchDesk desk;
    private final Admission admission;
    private final int last;
    private int compared;

    Comparison(BatchDesk desk, Admission admission) {
        this.desk = desk;
        this.admission = admission;
        this.last = admission.batch().received().lastLine();
    }

    /** The lines that are not stored yet. */
    Mono<List<RawLine>> unknown(List<RawLine> chunk) {
        List<RawLine> known = chunk.stream().filter(line -> line.number() <= last).toList();
        List<RawLine> fresh = chunk.subList(known.size(), chunk.size());
        if (admission.replayed() && !fresh.isEmpty()) {
            return Mono.error(BatchDesk.reused("lines"));
        }
        return known.isEmpty() ? Mono.just(fresh) : same(known).thenReturn(fresh);
    }

    private Mono<Void> same(List<RawLine> known) {
        return desk.lines(admission.batch(), compared, known.size())
                .flatMap(
                        stored -> {
                            compared = known.getLast().number();
                            return hashes(known).equals(stored(stored))
                                    ? Mono.empty()
                                    : Mono.error(BatchDesk.reused("lines"));
                        });
    }

    /** Whether every stored line has come again. */
    Mono<Void> end() {
        return Mono.defer(
                () -> compared < last ? Mono.error(BatchDesk.reused("lines")) : Mono.empty());
    }

    private static Map<Integer, Sha256> hashes(List<RawLine> lines) {
        return lines.stream().collect(Collectors.toMap(RawLine::number, RawLine::hash));
    }

    private static Map<Integer, Sha256> stored(List<BatchLine> lines) {
        Map<Integer, Sha256> hashes = new TreeMap<>();
        lines.forEach(line -> hashes.put(line.number(), line.hash()));
        return hashes;
    }
}
