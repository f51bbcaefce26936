package io.evenhand.grading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that lists gradings. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "listGradings",
        summary = "Gradings, newest first, without answers",
        parameters = {
            @Parameter(
                    name = "cursor",
                    in = ParameterIn.QUERY,
                    description = "nextCursor of the page before",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "limit",
                    in = ParameterIn.QUERY,
                    description = "Above 200 is cut to 200",
                    schema = @Schema(type = "integer", minimum = "1", defaultValue = "50")),
            @Parameter(
                    name = "status",
                    in = ParameterIn.QUERY,
                    description = "One or more, with commas between them",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "questionId",
                    in = ParameterIn.QUERY,
                    schema = @Schema(type = "string")),
            @Parameter(name = "batchId", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
            @Parameter(
                    name = "candidateRef",
                    in = ParameterIn.QUERY,
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "createdAfter",
                    in = ParameterIn.QUERY,
                    description = "Inclusive",
                    schema = @Schema(type = "string", format = "date-time")),
            @Parameter(
                    name = "createdBefore",
                    in = ParameterIn.QUERY,
                    description = "Exclusive",
                    schema = @Schema(type = "string", format = "date-time"))
        },
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "A page",
                        headers =
                                @Header(
                                        name = "Link",
                                        description = "The next page, if there is one",
                                        schema = @Schema(type = "string")),
                        useReturnTypeSchema = true))
@interface ListGradingsOperation {}
