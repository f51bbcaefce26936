package io.evenhand.grading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the call by which a person decides. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "reviewGrading",
        summary = "A person's decision, which is final",
        description =
                "Each decision stands on the machine's grade: criteria that are left out keep the"
                        + " machine's points. Where the machine could not tell (cannot_tell), a"
                        + " criterion needs points, and a deduction that is left out does not"
                        + " apply. Where there is no grade (UNGRADED), every criterion needs"
                        + " points. A later decision is a new revision. 409 before the first"
                        + " grade and once cancelled.",
        parameters =
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        required = true,
                        description = "The ETag of the grading as it was read",
                        schema = @Schema(type = "string")),
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = ReviewRequest.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "points",
                                                        value = ReviewOperation.POINTS))),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The grading as it is decided",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = GradingView.class))))
@interface ReviewOperation {

    String POINTS =
            """
            {
              "criteria": [{"id": "definition", "points": 3}],
              "feedback": {"summary": "The definition is only half there."},
              "reason": "half of the definition",
              "selection": "REASON"
            }""";
}
