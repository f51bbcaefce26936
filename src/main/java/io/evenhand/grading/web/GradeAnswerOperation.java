package io.evenhand.grading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call that grades an answer. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "gradeAnswer",
        summary = "Grade one answer",
        description =
                "Waits for the grade unless Prefer says otherwise. With Accept: text/event-stream"
                        + " it streams status, criterion, feedback and grading events.",
        parameters = {
            @Parameter(
                    name = "Idempotency-Key",
                    in = ParameterIn.HEADER,
                    description = "The same key and body within 24 hours give the same grading",
                    schema = @Schema(type = "string", maxLength = 255)),
            @Parameter(
                    name = "Prefer",
                    in = ParameterIn.HEADER,
                    description = "respond-async, or wait=N seconds, at most 60",
                    schema = @Schema(type = "string"))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = GradingRequest.class),
                                        examples = {
                                            @ExampleObject(
                                                    name = "rubric",
                                                    summary = "Graded by a rubric",
                                                    value = GradeAnswerOperation.BY_RUBRIC),
                                            @ExampleObject(
                                                    name = "modelAnswer",
                                                    summary = "Graded against a model answer",
                                                    value = GradeAnswerOperation.BY_MODEL_ANSWER),
                                            @ExampleObject(
                                                    name = "multipleChoice",
                                                    summary = "Multiple choice",
                                                    value = GradeAnswerOperation.MULTIPLE_CHOICE)
                                        })),
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    description = "The grading",
                    headers = @Header(name = "Location", schema = @Schema(type = "string")),
                    content = {
                        @Content(
                                mediaType = "application/json",
                                schema = @Schema(implementation = GradingView.class)),
                        @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
                    }),
            @ApiResponse(
                    responseCode = "202",
                    description = "Accepted and stored; come back to Location for the grade",
                    headers = {
                        @Header(name = "Location", schema = @Schema(type = "string")),
                        @Header(name = "Retry-After", schema = @Schema(type = "integer"))
                    },
                    content =
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = GradingView.class)))
        })
@interface GradeAnswerOperation {

    String BY_RUBRIC =
            """
            {
              "question": {
                "text": "What is overfitting, and how would you notice it?",
                "passMark": 60,
                "rubric": {
                  "criteria": [
                    {"id": "definition", "description": "Says that the model fits noise and generalises badly", "points": 4, "partial": true},
                    {"id": "detection", "description": "Compares training and validation error", "points": 4,
                     "levels": [{"label": "none", "points": 0}, {"label": "mentions validation", "points": 2}, {"label": "explains the gap", "points": 4}]},
                    {"id": "invented-fact", "description": "States something false", "points": -2}
                  ]
                }
              },
              "answer": "It memorises the training data, so the validation error rises while the training error falls.",
              "candidateRef": "c-1029",
              "language": "en",
              "metadata": {"vacancy": "ml-17"}
            }""";

    String BY_MODEL_ANSWER =
            """
            {
              "question": {
                "text": "What is overfitting?",
                "modelAnswer": "The model fits noise of the training set. It generalises badly to new data.",
                "points": 5
              },
              "answer": "It memorises the training data."
            }""";

    String MULTIPLE_CHOICE =
            """
            {
              "question": {
                "text": "Which of these reduce overfitting?",
                "kind": "MULTIPLE_CHOICE",
                "partial": true,
                "options": [
                  {"id": "a", "text": "Early stopping", "correct": true},
                  {"id": "b", "text": "More layers"},
                  {"id": "c", "text": "Dropout", "correct": true}
                ]
              },
              "answer": "a, c"
            }""";
}
