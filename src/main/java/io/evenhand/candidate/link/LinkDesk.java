package io.evenhand.candidate.link;

import io.evenhand.access.Caller;
import io.evenhand.access.Witness;
import io.evenhand.candidate.CandidateSettings;
import io.evenhand.grading.GradingErased;
import io.evenhand.grading.Gradings;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where links are made, listed and revoked; the audit says by whom. */
@Component
public class LinkDesk {

    private final Links links;
    private final LinkTokens tokens;
    private final Gradings gradings;
    private final Storage storage;
    private final Witness witness;
    private final CandidateSettings settings;
    private final Clock clock;

    LinkDesk(
            Links links,
            LinkTokens tokens,
            Gradings gradings,
            Storage storage,
            Witness witness,
            CandidateSettings settings,
            Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.gradings = gradings;
        this.storage = storage;
        this.witness = witness;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes a link to something that is the caller's.
     *
     * @param until when it ends; empty for the usual time
     */
    public Mono<Link> make(Caller caller, Target target, Optional<Instant> until) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = until.orElseGet(() -> now.plus(settings.linkLife()));
        Link link = Link.of(caller.tenant(), target, caller.name(), now, end);
        return storage.inTransaction(
                () -> {
                    requireText(caller, target);
                    links.add(link);
                    witness.linkMade(caller, target.subject());
                    return link;
                });
    }

    /** Of an answer that was erased there is nothing to show. */
    private void requireText(Caller caller, Target target) {
        if (target instanceof Target.OneGrading(var id)
                && gradings.find(caller.tenant(), id)
                        .filter(grading -> !grading.isErased())
                        .isEmpty()) {
            throw unknown();
        }
    }

    public Mono<List<Link>> all(Caller caller, Target target) {
        return storage.inTransaction(() -> links.of(caller.tenant(), target));
    }

    /** Ends a link to the given target at once, at all instances. */
    public Mono<Link> revoke(Caller caller, Target target, String id) {
        return storage.inTransaction(
                () -> {
                    Link link =
                            links.find(caller.tenant(), id)
                                    .filter(found -> found.target().equals(target))
                                    .orElseThrow(LinkDesk::unknown);
                    links.revoke(caller.tenant(), id, clock.instant());
                    witness.linkRevoked(caller, target.subject());
                    return link;
                });
    }

    /** The address of a link's page below the service's own. */
    public String path(Link link) {
        return "/candidate/" + tokens.token(link);
    }

    /** The link of a token, if it is ours and still good. */
    public Mono<Link> open(String token) {
        return Mono.justOrEmpty(tokens.read(token))
                .flatMap(
                        named ->
                                storage.inTransaction(
                                        () -> links.find(named.tenant(), named.id()).orElse(null)))
                .filter(link -> link.isGoodAt(clock.instant()));
    }

    @EventListener
    void drop(GradingErased erased) {
        links.drop(
                erased.before().tenant(),
                erased.before().id(),
                erased.before().submission().candidateRef());
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such link or grading.");
    }
}
