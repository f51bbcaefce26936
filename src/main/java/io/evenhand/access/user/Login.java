package io.evenhand.access.user;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name somebody signs in by, which the history then calls them. */
public record Login(String value) {

    /** In words, for whoever chose another. */
    public static final String RULE =
            "A name has 2 to 64 letters, digits, '.', '_', '-', '+' or '@', and begins with a"
                    + " letter or digit.";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

    /** What the history calls whoever is nobody. */
    private static final Set<String> TAKEN = Set.of("local", "topic", "system", "evenhand");

    /** The name as it is stored, if it can be one. */
    public static Optional<Login> of(String given) {
        return Optional.of(given.strip().toLowerCase(Locale.ROOT))
                .filter(name -> FORM.matcher(name).matches() && !TAKEN.contains(name))
                .map(Login::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
