package io.evenhand.grading.review;

import io.evenhand.guard.Flag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a grade goes to a person.
 *
 * @param lowConfidence below this confidence, 0 to 1
 * @param borderline within so many percentage points of the question's pass mark; a score range
 *     that holds the pass mark is a reason, too
 * @param disagreement more than this share of the maximum between a model's score and the
 *     in-process grader's, 0 to 1; 1 turns it off. The default is set by hand: among answers that
 *     the in-process grader puts below .25, people gave .54 at most on average (docs/semantic.md)
 * @param sample share of all grades that is looked at whatever they are, 0 to 1; chosen by the
 *     grading's id alone, so that it is a random sample
 * @param flags which flags are a reason
 * @param readersApart how far apart two readers may be before a third one decides, as a share of
 *     the maximum, 0 to 1; 1 turns it off. The default is one point of a scale of six, beyond which
 *     large examinations have essays read a third time
 */
@Validated
@ConfigurationProperties("evenhand.grading.review")
public record ReviewSettings(
        @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1") double lowConfidence,
        @DefaultValue("5") @DecimalMin("0") @DecimalMax("100") BigDecimal borderline,
        @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1") double disagreement,
        @DefaultValue("0") @DecimalMin("0") @DecimalMax("1") double sample,
        @DefaultValue({
                    "NEAR_BLANK",
                    "INJECTION_SUSPECTED",
                    "CHAT_TEMPLATE",
                    "SCORE_STRING",
                    "HIDDEN_CHARACTERS",
                    "LOOKALIKE_CHARACTERS",
                    "HOSTILE_MARKUP",
                    "ASKS_FOR_KEY",
                    "COPIED_QUESTION",
                    "COPIED_MODEL_ANSWER",
                    "REARRANGED_MODEL_ANSWER",
                    "KEYWORD_LIST",
                    "HEDGING",
                    "OFF_TOPIC"
                })
                Set<Flag.Code> flags,
        @DefaultValue("0.17") @DecimalMin("0") @DecimalMax("1") double readersApart) {}
