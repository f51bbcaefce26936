package io.evenhand.candidate.page;

import io.evenhand.platform.Words;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.springframework.web.server.ServerWebExchange;

/** The sentences of a candidate's page; a language more is a file more, and a line here. */
public final class PageWords {

    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final ResourceBundle bundle;
    private final Locale locale;

    private PageWords(Locale locale) {
        this.bundle = ResourceBundle.getBundle("io.evenhand.candidate.words", locale, NO_GUESSING);
        this.locale = locale;
    }

    static PageWords in(String language) {
        return new PageWords(Locale.forLanguageTag(language));
    }

    /** As the address asks ({@code lang}), else as the browser does, else English. */
    static PageWords of(ServerWebExchange exchange) {
        String asked =
                Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst("lang"))
                        .filter(LANGUAGES::contains)
                        .orElseGet(() -> preferred(exchange));
        return in(asked);
    }

    private static String preferred(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                    .map(Locale::getLanguage)
                    .filter(LANGUAGES::contains)
                    .findFirst()
                    .orElse("en");
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }

    public String language() {
        return locale.getLanguage();
    }

    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** Paragraphs of the notice that come with the service. */
    List<String> notice() {
        return List.of(say("notice.1"), say("notice.2"), say("notice.3"));
    }

    static String minute(Instant at) {
        return Words.minute(at);
    }
}
