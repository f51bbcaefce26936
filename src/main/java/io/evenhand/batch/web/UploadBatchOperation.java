package io.evenhand.batch.web;

import io.evenhand.batch.upload.LineDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that hands in a batch. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "uploadBatch",
        summary = "Hand in many answers as one",
        description =
                "Lines that cannot be graded are reported by number and do not stop the rest."
                        + " Grading starts when the upload is whole; one that broke off goes on"
                        + " when it is sent again with the same Idempotency-Key.",
        parameters = {
            @Parameter(
                    name = "Idempotency-Key",
                    in = ParameterIn.HEADER,
                    description =
                            "By which a broken upload goes on, and a whole one is not doubled",
                    schema = @Schema(type = "string", maxLength = 255)),
            @Parameter(
                    name = "questionId",
                    in = ParameterIn.QUERY,
                    description = "The question of lines that name none",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "questionVersion",
                    in = ParameterIn.QUERY,
                    schema = @Schema(type = "integer", minimum = "1")),
            @Parameter(
                    name = "maxCost",
                    in = ParameterIn.QUERY,
                    description =
                            "In the currency of the prices; past it no model is asked, and the"
                                    + " rest is PROVISIONAL with BUDGET_SPENT",
                    schema = @Schema(type = "string", pattern = "^\\d{1,9}(\\.\\d{1,10})?$")),
            @Parameter(
                    name = "pilot",
                    in = ParameterIn.QUERY,
                    description = "Grade the first n, then wait to be resumed",
                    schema = @Schema(type = "integer", minimum = "1"))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "application/x-ndjson",
                                    schema = @Schema(implementation = LineDocument.class)),
                            @Content(
                                    mediaType = "text/csv",
                                    schema =
                                            @Schema(
                                                    type = "string",
                                                    description =
                                                            "With the header customId,questionId,"
                                                                    + "answer,candidateRef,"
                                                                    + "language")),
                            @Content(
                                    mediaType = "application/json",
                                    array =
                                            @ArraySchema(
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            LineDocument.class)))
                        }),
        responses =
                @ApiResponse(
                        responseCode = "202",
                        description = "All of it is stored; come back to Location",
                        headers = {
                            @Header(name = "Location", schema = @Schema(type = "string")),
                            @Header(name = "Retry-After", schema = @Schema(type = "integer"))
                        },
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = BatchView.class))))
@interface UploadBatchOperation {}
