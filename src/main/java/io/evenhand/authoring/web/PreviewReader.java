package io.evenhand.authoring.web;

import io.evenhand.authoring.preview.PreviewOrder;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import io.evenhand.question.Rubric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what is to be tried, or refuses with everything that is wrong with it. */
@Component
class PreviewReader {

    private static final int SAMPLE = 20;
    private static final String ALL = "all";

    private final StrictJson json;

    PreviewReader(StrictJson json) {
        this.json = json;
    }

    PreviewOrder read(byte[] body) {
        Violations violations = new Violations();
        PreviewRequest request = json.read(body, PreviewRequest.class, violations);
        violations.require(
                request.version() == null || request.rubric() == null,
                "/rubric",
                "give version or rubric, not both");
        violations.require(
                request.version() == null || request.version() > 0,
                "/version",
                "is no number from 1 up");
        Optional<Integer> size = size(request.sample(), violations);
        Optional<Rubric> rubric =
                Optional.ofNullable(request.rubric())
                        .flatMap(document -> document.read("/rubric", violations));
        violations.refuseIfAny();
        return new PreviewOrder(
                Optional.ofNullable(request.version()),
                rubric,
                size,
                Optional.ofNullable(request.seed()));
    }

    private static Optional<Integer> size(@Nullable JsonNode sample, Violations violations) {
        if (sample == null || sample.isNull()) {
            return Optional.of(SAMPLE);
        }
        if (sample.isString() && sample.asString().equals(ALL)) {
            return Optional.empty();
        }
        boolean number = sample.isInt() && sample.asInt() > 0;
        violations.require(number, "/sample", "is neither a number from 1 up nor \"all\"");
        return number ? Optional.of(sample.asInt()) : Optional.empty();
    }
}
