package io.evenhand.question.web;

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

/** Documents the call that lists questions. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@QuestionFilters
@Operation(
        operationId = "listQuestions",
        summary = "Questions, in the order of their ids",
        description =
                "Of each question its latest version; with status, the latest that has it and is"
                        + " either a draft to come or the version in force.",
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
                    schema = @Schema(type = "integer", minimum = "1", defaultValue = "50"))
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
@interface ListQuestionsOperation {}
