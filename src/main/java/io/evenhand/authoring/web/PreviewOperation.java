package io.evenhand.authoring.web;

import io.swagger.v3.oas.annotations.Operation;
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

/** Says what beginning a preview is to clients. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "previewRegrade",
        summary = "See what a changed rubric or prompt would do",
        description =
                "Grades stored answers of the question again and touches none of their grades. A"
                        + " preview goes on whoever waits and survives a restart. It holds no text"
                        + " of an answer.",
        requestBody =
                @RequestBody(
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = PreviewRequest.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "version",
                                                        value = PreviewOperation.VERSION))),
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    description = "The estimate, if that was asked for",
                    content =
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = EstimateView.class))),
            @ApiResponse(
                    responseCode = "202",
                    description = "Begun; come back to Location for the result",
                    headers = @Header(name = "Location", schema = @Schema(type = "string")),
                    content =
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = PreviewView.class)))
        })
@interface PreviewOperation {

    String VERSION =
            """
            {"version": 4, "sample": 20, "seed": 1}""";
}
