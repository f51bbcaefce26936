package io.evenhand.batch.upload;

import io.evenhand.batch.Admission;
import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes uploads in, chunk by chunk: the next bytes are asked for when what came before is stored,
 * so that an upload of any size needs the memory of a chunk.
 */
@Component
public class Uploads {

    private final BatchDesk desk;
    private final LineChecks checks;

    Uploads(BatchDesk desk, LineChecks checks) {
        this.desk = desk;
        this.checks = checks;
    }

    /** The batch, once the upload is whole and every line of it is stored. */
    public Mono<Batch> receive(
            Admission admission,
            UploadOptions options,
            UploadFormat format,
            Flux<DataBuffer> body) {
        Comparison comparison = new Comparison(desk, admission);
        AtomicReference<Batch> batch = new AtomicReference<>(admission.batch());
        return chunks(format, body)
                .concatMap(
                        chunk ->
                                comparison
                                        .unknown(chunk)
                                        .flatMap(fresh -> store(batch, options, format, fresh)),
                        0)
                .then(comparison.end())
                .then(Mono.defer(() -> finish(admission, batch.get())))
                .doOnError(error -> giveUp(admission))
                .doOnCancel(() -> giveUp(admission));
    }

    private static Flux<List<RawLine>> chunks(UploadFormat format, Flux<DataBuffer> body) {
        Chunk chunk = new Chunk();
        return body.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .map(Uploads::bytes)
                .concatMapIterable(format::feed, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(format.end())))
                .bufferUntil(chunk)
                // checks take time: not on the thread that serves connections
                .publishOn(Schedulers.parallel(), 1);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Mono<Batch> store(
            AtomicReference<Batch> batch,
            UploadOptions options,
            UploadFormat format,
            List<RawLine> lines) {
        return Flux.fromIterable(lines)
                .concatMap(line -> checks.check(batch.get(), options, format, line))
                .collectList()
                .filter(checked -> !checked.isEmpty())
                .flatMap(
                        checked ->
                                desk.add(
                                        batch.get(),
                                        checked.stream().map(CheckedLine::line).toList(),
                                        checked.stream()
                                                .flatMap(line -> line.grading().stream())
                                                .toList()))
                .doOnNext(batch::set);
    }

    private Mono<Batch> finish(Admission admission, Batch batch) {
        if (admission.replayed()) {
            return Mono.just(batch);
        }
        return batch.received().lastLine() == 0
                ? Mono.error(
                        new Refusal(ProblemCode.MALFORMED_BODY, "The body holds no line to grade."))
                : desk.whole(batch);
    }

    /** Without a key nobody can come back for the rest. */
    private void giveUp(Admission admission) {
        if (!admission.comesBack()) {
            desk.abandon(admission.batch()).onErrorComplete().subscribe();
        }
    }
}
