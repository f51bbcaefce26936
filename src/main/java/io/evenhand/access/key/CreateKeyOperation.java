package io.evenhand.access.key;

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

/** Documents the call that makes a key. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "createKey",
        summary = "Make an API key",
        description =
                "The secret is shown this once. Scopes are grade, review and manage; nobody can"
                        + " give a key more than they may do themselves.",
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = KeyRequest.class))),
        responses =
                @ApiResponse(
                        responseCode = "201",
                        description = "The key with its secret",
                        headers = @Header(name = "Location", schema = @Schema(type = "string")),
                        useReturnTypeSchema = true))
@interface CreateKeyOperation {}
