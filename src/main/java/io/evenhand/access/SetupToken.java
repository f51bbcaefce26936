package io.evenhand.access;

import io.evenhand.access.user.Users;
import io.evenhand.platform.KeyFile;
import io.evenhand.platform.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What whoever makes the first admin has to know: the content of a file that only the owner of the
 * service can read. It is there while there is no admin, and never in the log.
 */
@Component
public class SetupToken implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(SetupToken.class);

    private final AccessSettings settings;
    private final Users users;
    private final Storage storage;
    private final KeyFile file;

    SetupToken(
            AccessSettings settings,
            Users users,
            Storage storage,
            @Value("${evenhand.data}") Path data) {
        this.settings = settings;
        this.users = users;
        this.storage = storage;
        this.file = new KeyFile(data.resolve("setup-token"));
    }

    @Override
    public void afterPropertiesSet() {
        if (isAllowed() && !users.isThereAnAdmin()) {
            file.read();
            LOG.info("open /setup to make the first admin; the token is in {}", file.path());
        }
    }

    /** The first admin has a password. */
    private boolean isAllowed() {
        return settings.setup() && settings.localSignIn();
    }

    /** Whether the first admin is still to be made. */
    public Mono<Boolean> isAwaited() {
        return isAllowed()
                ? storage.inTransaction(users::isThereAnAdmin).map(admin -> !admin)
                : Mono.just(false);
    }

    /** Whether it is the token, compared in a time that does not depend on it. */
    public Mono<Boolean> is(String given) {
        return onDisk(
                () -> {
                    String known = Base64.getEncoder().encodeToString(file.read());
                    return MessageDigest.isEqual(
                            known.getBytes(StandardCharsets.US_ASCII),
                            given.strip().getBytes(StandardCharsets.UTF_8));
                });
    }

    /** Removes the file: it has served. */
    public Mono<Boolean> used() {
        return onDisk(
                () -> {
                    try {
                        return Files.deleteIfExists(file.path());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Mono<Boolean> onDisk(Callable<Boolean> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
