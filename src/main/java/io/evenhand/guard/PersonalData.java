package io.evenhand.guard;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what tells who a candidate is: e-mail addresses, phone numbers, the queries of URLs.
 *
 * <p>Numbers and signs are what technical answers are made of. So a number counts as a phone's if
 * it is written with its country, or is grouped as its country does and something beside it says
 * phone; an address must end in a domain that exists ({@code x@y} is a product of matrices).
 */
final class PersonalData {

    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}+@"
                            + "(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}+(\\p{L}{2,24}+)(?![(\\[=\\p{N}])");

    /** Beside the two-letter ones: the commonest of IANA's root zone. */
    private static final Set<String> DOMAINS =
            new HashSet<>(
                    List.of(
                            "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name",
                            "dev", "app", "pro", "xyz", "online", "site", "tech", "cloud", "email",
                            "eu", "uk", "example"));

    private static final Pattern QUERY =
            Pattern.compile("(?:https?|ftp)://[^\\s?#<>\"]{1,1000}+\\?([^\\s#<>\"`)]{1,2000}+)");

    /** Country codes of the languages that are looked after. */
    private static final List<String> REGIONS = List.of("US", "GB", "DE", "ES", "FR", "RU", "CN");

    private static final String NO_REGION = "ZZ";

    private static final Pattern CUE =
            Pattern.compile(
                    "(?:\\b(?:tel|phone|call|mobile|cell|whatsapp|fax|handy|mobil|m[oó]vil|ruf"
                            + "|t[eé]l[eé]fon|llam|appel)|телефон|тел\\.|звон|电话|手机|電話)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** How the United States group a number; nothing else looks like it. */
    private static final Pattern AMERICAN =
            Pattern.compile("(?:\\(\\d{3}\\) ?|\\d{3}-)\\d{3}-\\d{4}");

    private static final int REACH_OF_CUE = 32;

    /** Numbers of a text that are looked at; nobody gives so many phone numbers. */
    private static final long MOST_TRIES = 50;

    private static final int FEWEST_DIGITS = 7;

    static {
        Arrays.stream(Locale.getISOCountries())
                .map(country -> country.toLowerCase(Locale.ROOT))
                .forEach(DOMAINS::add);
    }

    private PersonalData() {}

    static Stream<Span> in(String text) {
        return Stream.of(emails(text), queries(text), phones(text)).flatMap(spans -> spans);
    }

    private static Stream<Span> emails(String text) {
        if (text.indexOf('@') < 0) {
            return Stream.empty();
        }
        Stream.Builder<Span> spans = Stream.builder();
        Matcher address = EMAIL.matcher(text);
        int at = 0;
        while (address.find(at)) {
            boolean exists = DOMAINS.contains(address.group(1).toLowerCase(Locale.ROOT));
            if (exists) {
                spans.add(new Span(address.start(), address.end()));
            }
            // what looks like a domain may be the beginning of the next address
            at = exists ? address.end() : text.indexOf('@', address.start()) + 1;
        }
        return spans.build();
    }

    private static Stream<Span> queries(String text) {
        return QUERY.matcher(text)
                .results()
                .filter(match -> !match.group(1).equals(Redaction.MASK))
                .map(match -> new Span(match.start(1), match.end(1)));
    }

    private static Stream<Span> phones(String text) {
        if (text.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return Stream.empty();
        }
        boolean any = AMERICAN.matcher(text).find() || CUE.matcher(text).find();
        Stream<Span> national =
                (any ? REGIONS : List.<String>of())
                        .stream()
                                .flatMap(region -> numbers(text, region, Leniency.STRICT_GROUPING))
                                .filter(span -> isCalledPhone(text, span));
        return Stream.concat(numbers(text, NO_REGION, Leniency.VALID), national);
    }

    private static boolean isCalledPhone(String text, Span span) {
        String before = text.substring(Math.max(0, span.start() - REACH_OF_CUE), span.start());
        return AMERICAN.matcher(span.of(text)).matches() || CUE.matcher(before).find();
    }

    private static Stream<Span> numbers(String text, String region, Leniency leniency) {
        Iterable<PhoneNumberMatch> found =
                PhoneNumberUtil.getInstance().findNumbers(text, region, leniency, MOST_TRIES);
        Stream.Builder<Span> spans = Stream.builder();
        found.forEach(match -> spans.add(new Span(match.start(), match.end())));
        return spans.build();
    }
}
