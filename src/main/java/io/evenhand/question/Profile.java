package io.evenhand.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a question is found and chosen by; none of it decides a grade.
 *
 * @param skills what a good answer shows
 * @param language BCP 47 tag of the question's own text
 * @param timeMinutes how long a candidate may be expected to take
 */
public record Profile(
        Optional<QuestionLevel> level,
        Optional<String> category,
        List<String> skills,
        Optional<String> language,
        List<String> tags,
        Optional<Integer> timeMinutes) {

    public static final Profile NONE =
            new Profile(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());

    /** A bank that was filled before there were profiles holds none of the lists. */
    @JsonCreator
    public Profile {
        skills = List.copyOf(Objects.requireNonNullElse(skills, List.of()));
        tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    }
}
