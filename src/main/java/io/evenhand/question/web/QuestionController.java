package io.evenhand.question.web;

import io.evenhand.access.Caller;
import io.evenhand.platform.EntityTags;
import io.evenhand.platform.ProblemResponses;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Questions of the bank: read and searched. */
@RestController
@Tag(name = "Questions")
@ProblemResponses
class QuestionController {

    private final Bank bank;

    QuestionController(Bank bank) {
        this.bank = bank;
    }

    @GetMapping(path = "/v1/questions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getQuestion",
            summary = "One question, in its latest version or a named one")
    @ApiResponse(responseCode = "200", description = "The question", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "Unchanged", content = @Content)
    Mono<ResponseEntity<QuestionView>> get(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable String version,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Mono<Entry> found =
                version == null
                        ? bank.latest(caller.tenant(), id)
                        : bank.version(caller.tenant(), id, QuestionParameters.version(version));
        return found.map(entry -> response(entry, headers));
    }

    private static ResponseEntity<QuestionView> response(Entry entry, HttpHeaders headers) {
        String tag = EntityTags.of(entry.version());
        return EntityTags.known(headers).matchWeakly(entry.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(QuestionView.of(entry));
    }

    @GetMapping(path = "/v1/questions", produces = MediaType.APPLICATION_JSON_VALUE)
    @ListQuestionsOperation
    Mono<ResponseEntity<QuestionPageView>> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        EntryQuery query = QuestionParameters.read(caller.tenant(), parameters);
        return bank.find(query.oneMore()).map(found -> page(query, found, parameters));
    }

    private static ResponseEntity<QuestionPageView> page(
            EntryQuery query, List<Entry> found, MultiValueMap<String, String> parameters) {
        List<Entry> items = found.stream().limit(query.limit()).toList();
        Optional<String> next =
                found.size() > query.limit()
                        ? Optional.of(QuestionParameters.cursor(items.getLast().id()))
                        : Optional.empty();
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        next.ifPresent(cursor -> response.header(HttpHeaders.LINK, link(parameters, cursor)));
        return response.body(
                new QuestionPageView(
                        items.stream().map(QuestionView::of).toList(), next.orElse(null)));
    }

    private static String link(MultiValueMap<String, String> parameters, String cursor) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/v1/questions");
        parameters.forEach(
                (name, values) ->
                        values.forEach(value -> uri.queryParam(encoded(name), encoded(value))));
        uri.replaceQueryParam("cursor", cursor);
        return "<" + uri.build(true).toUriString() + ">; rel=\"next\"";
    }

    /** Strictly, so that a plus sign stays one. */
    private static String encoded(@Nullable String text) {
        return UriUtils.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
