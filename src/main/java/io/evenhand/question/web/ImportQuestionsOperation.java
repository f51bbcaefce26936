package io.evenhand.question.web;

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

/** Documents the call that takes a file of questions in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "importQuestions",
        summary = "Take in a file of questions, as a whole or not at all",
        description =
                "Questions whose id the bank has get a new version, unless they say the same as"
                        + " their latest one. A file with mistakes changes nothing; errors name each"
                        + " with its line.",
        parameters = {
            @Parameter(
                    name = "source",
                    in = ParameterIn.QUERY,
                    description =
                            "A bank that comes with the service, instead of a body: ai-engineer",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "status",
                    in = ParameterIn.QUERY,
                    description =
                            "Of questions that name none. If left out: PUBLISHED with a source;"
                                    + " else what the bank has word for word keeps its own, and"
                                    + " the rest is DRAFT",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"DRAFT", "PUBLISHED", "RETIRED"}))
        },
        requestBody =
                @RequestBody(
                        description = "In UTF-8; needed unless a source is named",
                        content = {
                            @Content(
                                    mediaType = "application/yaml",
                                    schema = @Schema(type = "string")),
                            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                        }),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "What became of the questions",
                        useReturnTypeSchema = true))
@interface ImportQuestionsOperation {}
