package io.evenhand.batch.page;

import io.evenhand.access.Caller;
import io.evenhand.access.FormProof;
import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.Terms;
import io.evenhand.batch.upload.Formats;
import io.evenhand.batch.upload.Uploads;
import io.evenhand.batch.web.BatchParameters;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The form that a file of answers is uploaded with. */
@Controller
class UploadController {

    private static final MediaType CSV = MediaType.parseMediaType(Formats.CSV);

    private final UploadPages pages;
    private final FormProof proof;
    private final BatchDesk desk;
    private final Uploads uploads;
    private final Formats formats;

    UploadController(
            UploadPages pages, FormProof proof, BatchDesk desk, Uploads uploads, Formats formats) {
        this.pages = pages;
        this.proof = proof;
        this.desk = desk;
        this.uploads = uploads;
        this.formats = formats;
    }

    @GetMapping(path = "/uploads", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> form(@AuthenticationPrincipal Caller caller) {
        return pages.form(caller);
    }

    @PostMapping(
            path = "/uploads",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> upload(
            @AuthenticationPrincipal Caller caller,
            @RequestBody Flux<PartEvent> parts,
            ServerWebExchange exchange) {
        return UploadParts.read(parts, (fields, file) -> receive(caller, exchange, fields, file))
                .map(batch -> Rendering.redirectTo("/uploads/" + batch.id()).build())
                .onErrorResume(
                        Refusal.class,
                        refusal ->
                                refusal.code() == ProblemCode.FORBIDDEN
                                        ? Mono.error(refusal)
                                        : pages.refused(caller, refusal));
    }

    private Mono<Batch> receive(
            Caller caller,
            ServerWebExchange exchange,
            MultiValueMap<String, String> fields,
            Flux<DataBuffer> file) {
        String token = Optional.ofNullable(fields.getFirst("_csrf")).orElse("");
        return proof.require(exchange, token)
                .then(Mono.fromCallable(() -> BatchParameters.read(caller.name(), CSV, fields)))
                .flatMap(
                        options ->
                                desk.open(
                                                caller.tenant(),
                                                terms(options.terms(), fields),
                                                Optional.empty())
                                        .flatMap(
                                                admission ->
                                                        uploads.receive(
                                                                admission,
                                                                options.lines(),
                                                                formats.of(CSV),
                                                                file)));
    }

    /** Nothing is graded before somebody has seen what is wrong, unless that was asked for. */
    private static Terms terms(Terms terms, MultiValueMap<String, String> fields) {
        return fields.containsKey("start") ? terms : terms.held();
    }
}
