package io.evenhand.delivery.web;

import io.evenhand.access.Caller;
import io.evenhand.delivery.Delivery;
import io.evenhand.platform.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was sent to an endpoint, and what came of it. */
@RestController
@Tag(name = "Webhooks")
@ProblemResponses
class DeliveryController {

    private static final String DELIVERIES = "/v1/webhooks/{id}/deliveries";

    private final EndpointDesk endpoints;
    private final DeliveryDesk desk;

    DeliveryController(EndpointDesk endpoints, DeliveryDesk desk) {
        this.endpoints = endpoints;
        this.desk = desk;
    }

    @GetMapping(path = DELIVERIES, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listDeliveries", summary = "The delivery log, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            headers =
                    @Header(
                            name = "Link",
                            description = "The next page, if there is one",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<DeliveryPageView>> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable String cursor,
            @Parameter(
                            description = "Above 200 is cut to 200",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable String limit) {
        DeliveryListParameters wanted = DeliveryListParameters.read(cursor, limit);
        return endpoints
                .get(caller.tenant(), id)
                .flatMap(endpoint -> desk.page(endpoint, wanted.before(), wanted.limit() + 1))
                .map(found -> page(id, wanted, found));
    }

    private static ResponseEntity<DeliveryPageView> page(
            String id, DeliveryListParameters wanted, List<Delivery> found) {
        List<DeliveryView> items =
                found.stream().limit(wanted.limit()).map(DeliveryView::of).toList();
        Optional<String> next =
                found.size() > wanted.limit()
                        ? Optional.of(DeliveryListParameters.cursor(items.getLast().id()))
                        : Optional.empty();
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        next.ifPresent(
                cursor ->
                        response.header(
                                HttpHeaders.LINK,
                                "</v1/webhooks/%s/deliveries?limit=%d&cursor=%s>; rel=\"next\""
                                        .formatted(id, wanted.limit(), cursor)));
        return response.body(new DeliveryPageView(items, next.orElse(null)));
    }

    @PostMapping(
            path = DELIVERIES + "/{deliveryId}/redeliver",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "redeliver",
            summary = "Send an event once more",
            description = "With the same webhook-id, and by the schedule again if that fails.")
    @ApiResponse(
            responseCode = "202",
            description = "The delivery, which is due now",
            useReturnTypeSchema = true)
    Mono<ResponseEntity<DeliveryView>> redeliver(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String deliveryId) {
        return endpoints
                .get(caller.tenant(), id)
                .flatMap(endpoint -> desk.again(endpoint, deliveryId))
                .map(delivery -> ResponseEntity.accepted().body(DeliveryView.of(delivery)));
    }
}
