package io.evenhand.question.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents by what questions are chosen. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "One or more, with commas between them",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "level",
            in = ParameterIn.QUERY,
            description = "One or more, with commas between them",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "One or more, with commas between them",
            schema = @Schema(type = "string")),
    @Parameter(name = "skill", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "category", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "en also finds en-GB",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description =
                    "Words that all occur in id, text, category, skills or tags, whatever their"
                            + " case",
            schema = @Schema(type = "string"))
})
@interface QuestionFilters {}
