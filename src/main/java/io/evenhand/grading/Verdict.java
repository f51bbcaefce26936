package io.evenhand.grading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.evenhand.question.Points;
import java.util.List;
import java.util.Optional;

/** What became of one criterion, after its evidence was looked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Met.class, name = "met"),
    @JsonSubTypes.Type(value = Verdict.Partly.class, name = "partly"),
    @JsonSubTypes.Type(value = Verdict.NotMet.class, name = "not_met"),
    @JsonSubTypes.Type(value = Verdict.CannotTell.class, name = "cannot_tell")
})
public sealed interface Verdict {

    /** What it is worth; empty if that cannot be told. */
    default Optional<Points> earned() {
        return switch (this) {
            case Met met -> Optional.of(met.points());
            case Partly partly -> Optional.of(partly.points());
            case NotMet notMet -> Optional.of(notMet.points());
            case CannotTell ignored -> Optional.empty();
        };
    }

    default List<Evidence> passages() {
        return switch (this) {
            case Met met -> met.evidence();
            case Partly partly -> partly.evidence();
            case NotMet ignored -> List.of();
            case CannotTell ignored -> List.of();
        };
    }

    /** Its name to clients. */
    default String label() {
        return switch (this) {
            case Met ignored -> "met";
            case Partly ignored -> "partly";
            case NotMet ignored -> "not_met";
            case CannotTell ignored -> "cannot_tell";
        };
    }

    /** Met; of a deduction, that it applies. */
    record Met(Points points, List<Evidence> evidence) implements Verdict {}

    /** Met in part. */
    record Partly(Points points, List<Evidence> evidence) implements Verdict {}

    /**
     * Not met, which needs no evidence; the lowest level or the in-process grader may give a
     * little.
     */
    record NotMet(Points points) implements Verdict {}

    /** Nothing that can be believed was said. */
    record CannotTell(String why) implements Verdict {}
}
