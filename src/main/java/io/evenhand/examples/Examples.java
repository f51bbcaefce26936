package io.evenhand.examples;

import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.Submission;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Ledger;
import io.evenhand.grading.work.Order;
import io.evenhand.interviews.InterviewDesk;
import io.evenhand.platform.EmbeddedStore;
import io.evenhand.platform.Storage;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violations;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.Questions;
import io.evenhand.question.exchange.Exchange;
import io.evenhand.question.exchange.ShippedBanks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * On the first start of the embedded default, fills the empty bank with the questions for AI
 * engineers, their interviews and a few examples, whose answers it hands in. {@code
 * evenhand.examples=false} leaves it empty.
 *
 * <p>The questions are there before the server listens, so that nobody is ever told that one which
 * ships with the service is unknown; the answers follow when work is taken.
 */
@Component
class Examples implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Examples.class);
    private static final TenantId TENANT = TenantId.LOCAL;
    private static final String ACTOR = "examples";
    private static final String BANK = ShippedBanks.AI_ENGINEER;

    private final StrictJson json;
    private final Questions questions;
    private final Exchange exchange;
    private final InterviewDesk interviews;
    private final Storage storage;
    private final Ledger ledger;
    private final GradingDesk desk;
    private final boolean wanted;
    private volatile List<Loaded> loaded = List.of();
    private volatile boolean running;

    Examples(
            StrictJson json,
            Questions questions,
            Exchange exchange,
            InterviewDesk interviews,
            Storage storage,
            Ledger ledger,
            GradingDesk desk,
            @Value("${evenhand.examples:true}") boolean wanted,
            EmbeddedStore store) {
        this.json = json;
        this.questions = questions;
        this.exchange = exchange;
        this.interviews = interviews;
        this.storage = storage;
        this.ledger = ledger;
        this.desk = desk;
        this.wanted = wanted && store.isInFile();
    }

    @Override
    public void start() {
        running = true;
        if (wanted) {
            try {
                // the thread that starts the service has nothing else to do, and must not go on
                loaded = List.copyOf(fillBank().toFuture().join());
            } catch (RuntimeException e) {
                LOG.warn("The examples were not loaded", e);
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void handInAnswers() {
        List<Loaded> examples = loaded;
        loaded = List.of();
        Flux.fromIterable(examples)
                .concatMap(this::handIn)
                .count()
                .filter(count -> count > 0)
                .subscribe(
                        count -> LOG.info("Loaded {} example answers; see them at /", count),
                        error -> LOG.warn("The example answers were not loaded", error));
    }

    private Mono<List<Loaded>> fillBank() {
        return isFirstStart()
                .filter(first -> first)
                .delayUntil(first -> exchange.takeIn(TENANT, BANK, QuestionStatus.PUBLISHED))
                .delayUntil(first -> interviews.takeIn(TENANT, BANK))
                .flatMapMany(first -> Flux.fromArray(read()))
                .concatMap(this::publish)
                .collectList();
    }

    private Mono<Boolean> isFirstStart() {
        return ledger.page(GradingQuery.newest(TENANT, 1))
                .filter(List::isEmpty)
                .flatMap(none -> storage.inTransaction(() -> questions.isEmpty(TENANT)));
    }

    private Mono<Loaded> publish(Example example) {
        Question question = question(example);
        return storage.inTransaction(() -> questions.publish(TENANT, example.id(), question))
                .map(ref -> new Loaded(question.in(Optional.of(ref)), example.answers()));
    }

    private Flux<?> handIn(Loaded example) {
        return Flux.fromIterable(example.answers())
                .concatMap(answer -> desk.accept(order(example.question(), answer)));
    }

    private static Question question(Example example) {
        Violations violations = new Violations();
        Optional<Question> question = example.question().read("", violations);
        violations.refuseIfAny();
        return question.orElseThrow();
    }

    private static Order order(Question question, Example.Answer answer) {
        Submission submission =
                Submission.of(question, answer.answer()).from(answer.candidateRef());
        return new Order(TENANT, ACTOR, submission, Optional.empty(), true);
    }

    private Example[] read() {
        try {
            byte[] bytes =
                    new ClassPathResource("examples/interviews.json").getContentAsByteArray();
            return json.read(bytes, Example[].class, new Violations());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts and stops in this phase. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    /** An example whose question stands in the bank. */
    private record Loaded(Question question, List<Example.Answer> answers) {}
}
