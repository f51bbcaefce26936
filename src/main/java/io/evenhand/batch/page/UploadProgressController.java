package io.evenhand.batch.page;

import io.evenhand.access.Caller;
import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.Cancelling;
import io.evenhand.batch.web.BatchEvents;
import io.evenhand.batch.web.Results;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The page of one upload: what was wrong, how far it is, and what it came to. */
@Controller
class UploadProgressController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final UploadPages pages;
    private final BatchDesk desk;
    private final Cancelling cancelling;
    private final BatchEvents events;
    private final Results results;

    UploadProgressController(
            UploadPages pages,
            BatchDesk desk,
            Cancelling cancelling,
            BatchEvents events,
            Results results) {
        this.pages = pages;
        this.desk = desk;
        this.cancelling = cancelling;
        this.events = events;
        this.results = results;
    }

    @GetMapping(path = "/uploads/{id}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return pages.one(caller, id, "uploads/one");
    }

    /** The part of the page that changes by itself. */
    @GetMapping(path = "/uploads/{id}/progress", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> progress(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return pages.one(caller, id, "uploads/one :: progress");
    }

    /** As the API has them, for the page's script. */
    @GetMapping(path = "/uploads/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> events(
            @AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return desk.get(caller.tenant(), id)
                .map(
                        batch ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.TEXT_EVENT_STREAM)
                                        .body(events.of(batch)));
    }

    @GetMapping("/uploads/{id}/results.csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> results(
            @AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return desk.get(caller.tenant(), id)
                .map(
                        batch ->
                                ResponseEntity.ok()
                                        .contentType(CSV)
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                attachment(batch.id() + ".csv"))
                                        .body(results.csv(batch, Reader.atPages(caller))));
    }

    @PostMapping("/uploads/{id}/start")
    Mono<Rendering> start(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return exchange.getFormData()
                .zipWith(desk.get(caller.tenant(), id))
                .flatMap(both -> desk.resume(both.getT2(), pilot(both.getT1().getFirst("pilot"))))
                .map(UploadProgressController::page);
    }

    @PostMapping("/uploads/{id}/cancel")
    Mono<Rendering> cancel(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return cancelling
                .cancel(caller.tenant(), id)
                .then(Mono.defer(() -> desk.get(caller.tenant(), id)))
                .map(UploadProgressController::page);
    }

    private static Optional<Integer> pilot(@org.jspecify.annotations.Nullable String given) {
        Optional<String> number = Optional.ofNullable(given).filter(text -> !text.isBlank());
        if (number.filter(text -> !text.matches("[1-9]\\d{0,6}")).isPresent()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER, "How many to try first is a number from 1 up.");
        }
        return number.map(Integer::valueOf);
    }

    private static Rendering page(Batch batch) {
        return Rendering.redirectTo("/uploads/" + batch.id()).build();
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
