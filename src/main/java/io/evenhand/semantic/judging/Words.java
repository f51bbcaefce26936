package io.evenhand.semantic.judging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that this grader can say; a language more is a file more. */
final class Words {

    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** In the language of this BCP 47 tag if there is a file for it, else in English. */
    static Words in(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new Words(
                ResourceBundle.getBundle("io.evenhand.semantic.words", locale, NO_GUESSING),
                locale);
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
