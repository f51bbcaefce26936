package io.evenhand.grading.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.work.Ledger;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Lists gradings, page by page. */
@RestController
@Tag(name = "Gradings")
@ProblemResponses
class GradingListController {

    private final Ledger ledger;
    private final GradingViews views;

    GradingListController(Ledger ledger, GradingViews views) {
        this.ledger = ledger;
        this.views = views;
    }

    @GetMapping(path = "/v1/gradings", produces = MediaType.APPLICATION_JSON_VALUE)
    @ListGradingsOperation
    Mono<ResponseEntity<PageView>> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        GradingQuery query = ListParameters.read(caller.tenant(), parameters);
        return ledger.page(query.oneMore()).map(found -> page(query, found, parameters, caller));
    }

    private ResponseEntity<PageView> page(
            GradingQuery query,
            List<Grading> found,
            MultiValueMap<String, String> parameters,
            Caller caller) {
        List<Grading> items = found.stream().limit(query.limit()).toList();
        Optional<String> next =
                found.size() > query.limit()
                        ? Optional.of(ListParameters.cursor(items.getLast().id()))
                        : Optional.empty();
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        next.ifPresent(cursor -> response.header(HttpHeaders.LINK, link(parameters, cursor)));
        return response.body(
                new PageView(
                        items.stream().map(grading -> views.of(caller, grading)).toList(),
                        next.orElse(null)));
    }

    private static String link(MultiValueMap<String, String> parameters, String cursor) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/v1/gradings");
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
