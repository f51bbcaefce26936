package io.evenhand.access.key;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that gives a key a new secret. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "rotateKey",
        summary = "Give a key a new secret",
        description =
                "The new one is shown this once. The one of before lives on for overlapSeconds: a"
                        + " day if nothing is said, at most 30 days, and with 0 it ends at once.",
        requestBody =
                @RequestBody(
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = RotationRequest.class))),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The key with its new secret",
                        useReturnTypeSchema = true))
@interface RotateKeyOperation {}
