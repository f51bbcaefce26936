package io.evenhand.candidate.page;

import io.evenhand.access.Caller;
import io.evenhand.candidate.appeal.AppealDesk;
import io.evenhand.candidate.link.Link;
import io.evenhand.candidate.link.LinkDesk;
import io.evenhand.grading.Grading;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page that a link leads to. Nobody signs in, and no cookie is set: the address is the key, and
 * nothing on the page gives it away.
 */
@Controller
class OwnPageController {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private final LinkDesk links;
    private final Answers answers;
    private final AppealDesk appeals;
    private final Visits visits;

    OwnPageController(LinkDesk links, Answers answers, AppealDesk appeals, Visits visits) {
        this.links = links;
        this.answers = answers;
        this.appeals = appeals;
        this.visits = visits;
    }

    @GetMapping(path = "/candidate/{token}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> page(
            @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String token,
            ServerWebExchange exchange) {
        PageWords words = PageWords.of(exchange);
        boolean sent = exchange.getRequest().getQueryParams().containsKey("sent");
        Optional<String> message =
                Optional.of("appeal.sent").filter(ignored -> sent).map(words::say);
        return opened(
                token,
                exchange,
                words,
                link ->
                        page(
                                link,
                                token,
                                words,
                                new Sent(message, HttpStatus.OK, "", ""),
                                reader(caller)));
    }

    @PostMapping(path = "/candidate/{token}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> appeal(
            @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String token,
            ServerWebExchange exchange) {
        PageWords words = PageWords.of(exchange);
        return opened(
                token,
                exchange,
                words,
                link ->
                        exchange.getFormData()
                                .flatMap(form -> appeal(link, form))
                                .map(appealed -> again(token, words))
                                .onErrorResume(
                                        Refusal.class,
                                        refusal ->
                                                refused(
                                                        exchange,
                                                        refusal,
                                                        sent ->
                                                                page(
                                                                        link,
                                                                        token,
                                                                        words,
                                                                        sent,
                                                                        reader(caller)),
                                                        words)));
    }

    private Mono<Grading> appeal(Link link, MultiValueMap<String, String> form) {
        return answers.one(link, text(form, "answer"))
                .filter(grading -> Long.toString(grading.version()).equals(text(form, "version")))
                .switchIfEmpty(Mono.error(OwnPageController::changed))
                .flatMap(grading -> appeals.appeal(link, grading, text(form, "reason")));
    }

    /** Loading it again sends nothing a second time. */
    private static Rendering again(String token, PageWords words) {
        return Rendering.redirectTo("/candidate/" + token + "?sent=on&lang=" + words.language())
                .build();
    }

    /** What was written is not lost. */
    private static Mono<Rendering> refused(
            ServerWebExchange exchange,
            Refusal why,
            Function<Sent, Mono<Rendering>> page,
            PageWords words) {
        return exchange.getFormData()
                .map(
                        form ->
                                new Sent(
                                        Optional.of(said(why, text(form, "reason"), words)),
                                        why.code().status(),
                                        text(form, "reason"),
                                        text(form, "answer")))
                .flatMap(page);
    }

    private static String said(Refusal refusal, String written, PageWords words) {
        return refusal.code() == ProblemCode.VALIDATION_FAILED
                ? words.say(
                        "appeal.length",
                        AppealDesk.SHORTEST,
                        AppealDesk.LONGEST,
                        AppealDesk.length(written))
                : words.say("appeal.closed");
    }

    /** Candidates do not sign in; whoever did may have to judge the answer unseen. */
    private static Reader reader(@Nullable Caller caller) {
        return caller != null && caller.isPerson() ? Reader.atPages(caller) : Reader.NONE;
    }

    private Mono<Rendering> page(
            Link link, String token, PageWords words, Sent sent, Reader reader) {
        return answers.page(link, token, words, sent.message(), reader)
                .map(
                        page ->
                                Rendering.view("candidate/page")
                                        .status(sent.status())
                                        .modelAttribute("page", page)
                                        .modelAttribute("words", words)
                                        .modelAttribute("failed", sent.status().isError())
                                        .modelAttribute("written", sent.written())
                                        .modelAttribute("writtenFor", sent.writtenFor())
                                        .modelAttribute("shortest", AppealDesk.SHORTEST)
                                        .modelAttribute("longest", AppealDesk.LONGEST)
                                        .build());
    }

    private Mono<Rendering> opened(
            String token,
            ServerWebExchange exchange,
            PageWords words,
            Function<Link, Mono<Rendering>> then) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Robots-Tag", "noindex, nofollow, noarchive");
        if (!visits.admits(exchange)) {
            headers.set(HttpHeaders.RETRY_AFTER, "60");
            return Mono.just(closed("slow", words, HttpStatus.TOO_MANY_REQUESTS));
        }
        return links.open(token)
                .flatMap(then)
                .switchIfEmpty(
                        Mono.fromSupplier(() -> closed("gone", words, HttpStatus.NOT_FOUND)));
    }

    private static Rendering closed(String why, PageWords words, HttpStatus status) {
        return Rendering.view("candidate/closed")
                .status(status)
                .modelAttribute("words", words)
                .modelAttribute("why", why)
                .build();
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    private static Refusal changed() {
        return new Refusal(ProblemCode.CONFLICT, "The grade has changed since.");
    }

    /**
     * What came of a form.
     *
     * @param written what stood in it, if it was not taken
     * @param writtenFor the answer that it was about
     */
    private record Sent(
            Optional<String> message, HttpStatus status, String written, String writtenFor) {}
}
