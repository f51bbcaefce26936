package io.evenhand.delivery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that changes an endpoint. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "changeWebhook",
        summary = "Change an endpoint",
        description =
                "What is left out stays. Enabling it sends what was waiting when it was disabled.",
        parameters =
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        description = "412 unless it has this ETag",
                        schema = @Schema(type = "string")),
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = EndpointRequest.class))),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The endpoint",
                        useReturnTypeSchema = true))
@interface ChangeEndpointOperation {}
