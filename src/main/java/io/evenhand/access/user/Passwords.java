package io.evenhand.access.user;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Turns passwords into what is stored, on few threads of its own: it is meant to be slow, and
 * nothing else is to wait for it.
 */
@Component
public class Passwords implements InitializingBean, DisposableBean {

    /** In characters; length is what counts (NIST SP 800-63B). */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 200;

    private static final int THREADS = 2;
    private static final int WAITING = 200;
    private static final int TEMPORARY_BYTES = 15;

    private final PasswordEncoder encoder;
    private final Scheduler threads =
            Schedulers.newBoundedElastic(THREADS, WAITING, "passwords", 60, true);

    /** Compared with where there is nobody, so that it takes as long. */
    private final Mono<String> nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = hash(random()).cache();
    }

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(normal(password))).subscribeOn(threads);
    }

    /** Whether it is the password behind the hash; as slow and always false if there is none. */
    Mono<Boolean> matches(String password, Optional<String> hash) {
        String given = password.length() > LONGEST ? "" : normal(password);
        return Mono.justOrEmpty(hash)
                .switchIfEmpty(nobodys)
                .flatMap(
                        known ->
                                Mono.fromCallable(() -> encoder.matches(given, known))
                                        .subscribeOn(threads))
                .map(matches -> matches && hash.isPresent());
    }

    /** What is wrong with a new password, if anything. */
    static Optional<String> problem(String password, Login login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || password.length() > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return password.strip().equalsIgnoreCase(login.value()) || isOneLetter(password)
                ? Optional.of("That password is too easy to guess.")
                : Optional.empty();
    }

    /** One for somebody else, who has to choose another. */
    static String random() {
        byte[] bytes = new byte[TEMPORARY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isOneLetter(String password) {
        return password.codePoints().distinct().count() < 3;
    }

    /** Keyboards write the same letter in different ways. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** The first one who guesses is not to wait longer than the second. */
    @Override
    public void afterPropertiesSet() {
        nobodys.subscribe();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
