package io.evenhand.delivery.topic;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.send.Content;
import io.evenhand.delivery.send.Contents;
import io.evenhand.platform.topic.TopicFaults;
import io.evenhand.platform.topic.TopicProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Renders claimed events and hands them over in the order in which they were claimed. */
final class TopicPost implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TopicPost.class);
    private static final int RENDERED_AT_ONCE = 4;

    private final Contents contents;
    private final TopicRecords records;
    private final TopicProducer producer;

    /** Handing over may block, for as long as the producer has no metadata. */
    private final Scheduler thread =
            Schedulers.fromExecutorService(
                    Executors.newSingleThreadExecutor(
                            Thread.ofVirtual().name("topic-post").factory()));

    TopicPost(Contents contents, TopicRecords records, TopicProducer producer) {
        this.contents = contents;
        this.records = records;
        this.producer = producer;
    }

    Mono<List<Posted>> post(List<Delivery> claimed) {
        return Flux.fromIterable(claimed)
                .flatMapSequential(this::rendered, RENDERED_AT_ONCE)
                .collectList()
                .flatMap(
                        letters ->
                                Mono.fromCallable(() -> handedOver(letters)).subscribeOn(thread));
    }

    private Mono<Letter> rendered(Delivery delivery) {
        return contents.of(delivery)
                .map(content -> new Letter(delivery, false, written(delivery, content)))
                .defaultIfEmpty(new Letter(delivery, true, Optional.empty()));
    }

    private Optional<ProducerRecord<byte[], byte[]>> written(Delivery delivery, Content content) {
        try {
            return Optional.of(records.write(delivery, content));
        } catch (RuntimeException e) {
            LOG.warn("Event {} was not written ({}).", delivery.id(), e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Once the brokers take nothing, the rest need not find that out one by one. */
    private List<Posted> handedOver(List<Letter> letters) {
        List<Posted> posted = new ArrayList<>();
        boolean taken = true;
        for (Letter letter : letters) {
            Posted one = taken ? handedOver(letter) : new Posted.Kept(letter.delivery());
            taken = taken && !isRefused(one);
            posted.add(one);
        }
        return posted;
    }

    private Posted handedOver(Letter letter) {
        if (letter.erased()) {
            return new Posted.Erased(letter.delivery());
        }
        return letter.written()
                .<Posted>map(all -> new Posted.Handed(letter.delivery(), producer.send(all)))
                .orElseGet(() -> new Posted.Unwritten(letter.delivery()));
    }

    private static boolean isRefused(Posted posted) {
        return posted instanceof Posted.Handed(Delivery delivery, CompletableFuture<?> sent)
                && sent.isCompletedExceptionally()
                && !TopicFaults.isOfTheRecord(sent.exceptionNow());
    }

    @Override
    public void destroy() {
        thread.dispose();
    }

    /** A claimed event and its record, unless it was erased or cannot be written. */
    private record Letter(
            Delivery delivery, boolean erased, Optional<ProducerRecord<byte[], byte[]>> written) {}
}
