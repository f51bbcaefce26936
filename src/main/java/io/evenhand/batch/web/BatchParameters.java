package io.evenhand.batch.web;

import io.evenhand.batch.Terms;
import io.evenhand.batch.upload.UploadOptions;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;

/** Reads the options of a batch, or refuses with every one that is wrong. */
public final class BatchParameters {

    private static final String WHOLE = "0*[1-9]\\d{0,8}";
    private static final String MONEY = "\\d{1,9}(\\.\\d{1,10})?";
    private static final int LONGEST_ID = 100;

    private final MultiValueMap<String, String> given;
    private final List<Violation> violations = new ArrayList<>();

    private BatchParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    public static Options read(String actor, MediaType type, MultiValueMap<String, String> given) {
        BatchParameters parameters = new BatchParameters(given);
        Optional<String> questionId = parameters.questionId();
        Optional<Integer> version = parameters.whole("questionVersion");
        if (version.isPresent() && questionId.isEmpty()) {
            parameters.wrong("questionVersion", "goes with questionId only");
        }
        Optional<BigDecimal> maxCost =
                parameters
                        .text("maxCost", MONEY, "is no amount of money, such as 2.50")
                        .map(BigDecimal::new);
        Optional<Integer> pilot = parameters.whole("pilot");
        parameters.refuseIfAny();
        Sha256 options =
                Sha256.of(
                        List.of(
                                        type.getType() + "/" + type.getSubtype(),
                                        questionId,
                                        version,
                                        maxCost.map(BigDecimal::stripTrailingZeros),
                                        pilot)
                                .toString());
        return new Options(
                new Terms(actor, maxCost, pilot, options), new UploadOptions(questionId, version));
    }

    private Optional<String> questionId() {
        Optional<String> id = value("questionId");
        if (id.filter(v -> v.length() > LONGEST_ID || v.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            wrong("questionId", "is no id of a question");
        }
        return id;
    }

    private Optional<Integer> whole(String name) {
        return text(name, WHOLE, "is no number from 1 to 999999999").map(Integer::valueOf);
    }

    private Optional<String> text(String name, String pattern, String otherwise) {
        Optional<String> value = value(name);
        if (value.filter(v -> !v.matches(pattern)).isPresent()) {
            wrong(name, otherwise);
            return Optional.empty();
        }
        return value;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(given.getFirst(name)).filter(v -> !v.isEmpty());
    }

    private void wrong(String parameter, String message) {
        violations.add(Violation.of(parameter, message));
    }

    private void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw new Refusal(
                    ProblemCode.INVALID_PARAMETER,
                    "See errors for each parameter to mend.",
                    violations);
        }
    }

    /** What was asked for, for the batch as a whole and for its lines. */
    public record Options(Terms terms, UploadOptions lines) {}
}
