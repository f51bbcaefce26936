package io.evenhand.grading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.evenhand.question.Points;

/** A verdict as a grader claims it, before its evidence was looked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "claim")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Claim.Met.class, name = "met"),
    @JsonSubTypes.Type(value = Claim.Partly.class, name = "partly"),
    @JsonSubTypes.Type(value = Claim.NotMet.class, name = "not_met"),
    @JsonSubTypes.Type(value = Claim.CannotTell.class, name = "cannot_tell"),
    @JsonSubTypes.Type(value = Claim.AtLevel.class, name = "at_level"),
    @JsonSubTypes.Type(value = Claim.Awarded.class, name = "awarded")
})
public sealed interface Claim {

    /** Fully met; of a deduction, that it applies. */
    record Met() implements Claim {}

    /** Half met, where the criterion allows it. */
    record Partly() implements Claim {}

    /** Not met; of a deduction, that it does not apply. */
    record NotMet() implements Claim {}

    /** Nothing can be said either way. */
    record CannotTell() implements Claim {}

    /** Reached the level of this label. */
    record AtLevel(String label) implements Claim {}

    /** Earned so many points, 0 to the criterion's own; only the in-process grader says so. */
    record Awarded(Points points) implements Claim {}
}
