package io.evenhand.question.web;

import io.evenhand.access.Caller;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.ImportReport;
import io.evenhand.question.QuestionStatus;
import io.evenhand.question.exchange.Exchange;
import io.evenhand.question.exchange.FileType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whole banks, in and out as files. */
@RestController
@Tag(name = "Questions")
@ProblemResponses
class ExchangeController {

    private static final String YAML = "application/yaml";
    private static final String CSV = "text/csv";

    private final Exchange exchange;

    ExchangeController(Exchange exchange) {
        this.exchange = exchange;
    }

    @PostMapping(
            path = "/v1/questions/import",
            consumes = {YAML, "application/x-yaml", "text/yaml", CSV},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ImportQuestionsOperation
    Mono<ImportReport> takeIn(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String source,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String status,
            @RequestBody(required = false) Mono<byte[]> body) {
        if (source != null) {
            return exchange.takeIn(
                            caller.tenant(),
                            source,
                            QuestionParameters.status(status, QuestionStatus.PUBLISHED))
                    .switchIfEmpty(Mono.error(ExchangeController::unknownSource));
        }
        FileType type =
                CSV.equals(essence(headers.getContentType())) ? FileType.CSV : FileType.YAML;
        Optional<QuestionStatus> otherwise =
                Optional.ofNullable(status)
                        .map(named -> QuestionParameters.status(named, QuestionStatus.DRAFT));
        return body.switchIfEmpty(Mono.error(ExchangeController::emptyBody))
                .flatMap(file -> exchange.takeIn(caller.tenant(), type, file, otherwise));
    }

    @GetMapping(
            path = "/v1/questions/export",
            produces = {YAML, CSV})
    @ExportQuestionsOperation
    Mono<ResponseEntity<String>> giveOut(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        EntryQuery query =
                QuestionParameters.read(caller.tenant(), parameters).withLimit(Integer.MAX_VALUE);
        FileType type = wanted(headers);
        boolean csv = type == FileType.CSV;
        return exchange.giveOut(query, type)
                .map(
                        text ->
                                ResponseEntity.ok()
                                        .contentType(
                                                MediaType.parseMediaType(
                                                        (csv ? CSV : YAML) + ";charset=UTF-8"))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                attachment(
                                                        csv ? "questions.csv" : "questions.yaml"))
                                        .body(text));
    }

    /** The first of what the client takes that is served here; a wildcard takes YAML. */
    private static FileType wanted(HttpHeaders headers) {
        return headers.getAccept().stream()
                .flatMap(type -> of(type).stream())
                .findFirst()
                .orElse(FileType.YAML);
    }

    private static Optional<FileType> of(MediaType accepted) {
        if (accepted.includes(MediaType.parseMediaType(YAML))) {
            return Optional.of(FileType.YAML);
        }
        return accepted.includes(MediaType.parseMediaType(CSV))
                ? Optional.of(FileType.CSV)
                : Optional.empty();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static String essence(@Nullable MediaType type) {
        return type == null ? "" : type.getType() + "/" + type.getSubtype();
    }

    private static Refusal unknownSource() {
        return QuestionParameters.refusal(
                List.of(Violation.of("source", "is no bank that comes with the service")));
    }

    private static Refusal emptyBody() {
        return new Refusal(
                ProblemCode.MALFORMED_BODY,
                "The body is empty; send a file, or name a source to import.");
    }
}
