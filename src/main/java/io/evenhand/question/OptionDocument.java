package io.evenhand.question;

import org.jspecify.annotations.Nullable;

/** An option of a multiple-choice question as a client writes it. */
public record OptionDocument(
        @Nullable String id, @Nullable String text, @Nullable Boolean correct) {

    public static OptionDocument of(Option option) {
        return new OptionDocument(option.id(), option.text(), option.correct());
    }
}
