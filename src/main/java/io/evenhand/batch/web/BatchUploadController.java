package io.evenhand.batch.web;

import io.evenhand.access.Caller;
import io.evenhand.batch.Admission;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.upload.Formats;
import io.evenhand.batch.upload.Uploads;
import io.evenhand.grading.web.IdempotencyKey;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /v1/batches}: many answers in, as a stream that is never held whole. */
@RestController
@Tag(name = "Batches")
@ProblemResponses
class BatchUploadController {

    private static final String RETRY_AFTER = "1";

    private final BatchDesk desk;
    private final Uploads uploads;
    private final Formats formats;
    private final BatchViews views;

    BatchUploadController(BatchDesk desk, Uploads uploads, Formats formats, BatchViews views) {
        this.desk = desk;
        this.uploads = uploads;
        this.formats = formats;
        this.views = views;
    }

    @PostMapping(
            path = "/v1/batches",
            consumes = {
                MediaType.APPLICATION_NDJSON_VALUE,
                Formats.CSV,
                MediaType.APPLICATION_JSON_VALUE
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    @UploadBatchOperation
    Mono<ResponseEntity<BatchView>> upload(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        MediaType type =
                Optional.ofNullable(headers.getContentType()).orElse(MediaType.APPLICATION_JSON);
        BatchParameters.Options options = BatchParameters.read(caller.name(), type, parameters);
        return desk.open(caller.tenant(), options.terms(), IdempotencyKey.hash(headers))
                .flatMap(
                        admission ->
                                uploads.receive(
                                                admission,
                                                options.lines(),
                                                formats.of(type),
                                                request.getBody())
                                        .flatMap(views::of)
                                        .map(view -> response(admission, view)));
    }

    private static ResponseEntity<BatchView> response(Admission admission, BatchView view) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.accepted()
                        .location(URI.create("/v1/batches/" + view.id()))
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        if (admission.replayed()) {
            response.header(IdempotencyKey.REPLAYED, "true");
        }
        return response.body(view);
    }
}
