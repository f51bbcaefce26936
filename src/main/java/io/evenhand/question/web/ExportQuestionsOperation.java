package io.evenhand.question.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that gives a bank out as a file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@QuestionFilters
@Operation(
        operationId = "exportQuestions",
        summary = "All questions that are chosen, as a file that can be imported",
        description =
                "YAML, or with Accept: text/csv a table in which nested fields are JSON and cells"
                        + " that a spreadsheet would take for formulas begin with an apostrophe.",
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The file",
                        content = {
                            @Content(
                                    mediaType = "application/yaml",
                                    schema = @Schema(type = "string")),
                            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                        }))
@interface ExportQuestionsOperation {}
