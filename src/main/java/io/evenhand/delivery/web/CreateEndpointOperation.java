package io.evenhand.delivery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that makes an endpoint. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "createWebhook",
        summary = "Make an endpoint that events are sent to",
        description =
                "Events are grading.completed, grading.revised and grading.review_needed. The"
                        + " secret is shown this once; events are signed with it by Standard"
                        + " Webhooks.",
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = EndpointRequest.class))),
        responses =
                @ApiResponse(
                        responseCode = "201",
                        description = "The endpoint with its secret",
                        headers = @Header(name = "Location", schema = @Schema(type = "string")),
                        useReturnTypeSchema = true))
@interface CreateEndpointOperation {}
