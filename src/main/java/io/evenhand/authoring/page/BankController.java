package io.evenhand.authoring.page;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Words;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.QuestionLevel;
import io.evenhand.question.QuestionStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The pages of the bank: all questions, one of them, and what an answer to it would get. */
@Controller
class BankController {

    private static final int ROWS = 50;
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_SEARCH = 200;

    private final Bank bank;
    private final Trying trying;

    BankController(Bank bank, Trying trying) {
        this.bank = bank;
        this.trying = trying;
    }

    @GetMapping(path = "/questions", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String after) {
        String words = q.strip();
        Optional<QuestionLevel> wanted =
                Arrays.stream(QuestionLevel.values())
                        .filter(one -> one.name().equals(level))
                        .findFirst();
        EntryQuery query =
                new EntryQuery(
                        caller.tenant(),
                        Set.of(QuestionStatus.PUBLISHED),
                        wanted.map(Set::of).orElse(Set.of()),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        words(words),
                        Optional.of(after).filter(text -> !text.isEmpty()),
                        ROWS);
        return bank.find(query.oneMore()).map(found -> page(found, words, wanted));
    }

    private static List<String> words(String text) {
        return text.isEmpty() || text.length() > LONGEST_SEARCH
                ? List.of()
                : Arrays.stream(text.split("\\s+")).limit(MOST_WORDS).toList();
    }

    private static Rendering page(List<Entry> found, String words, Optional<QuestionLevel> level) {
        List<Entry> shown = found.stream().limit(ROWS).toList();
        UriComponentsBuilder next = UriComponentsBuilder.fromPath("/questions");
        next.queryParam("q", "{q}").queryParam("level", "{level}").queryParam("after", "{after}");
        String levelName = level.map(Enum::name).orElse("");
        return Rendering.view("questions/list")
                .modelAttribute("questions", shown.stream().map(QuestionView::of).toList())
                .modelAttribute("words", words)
                .modelAttribute("level", levelName)
                .modelAttribute("levels", levels())
                .modelAttribute(
                        "nextPage",
                        found.size() > ROWS
                                ? next.encode()
                                        .build(words, levelName, shown.getLast().id())
                                        .toString()
                                : "")
                .build();
    }

    private static Map<String, String> levels() {
        return Arrays.stream(QuestionLevel.values())
                .collect(
                        Collectors.toMap(
                                Enum::name, Words::of, (one, other) -> one, LinkedHashMap::new));
    }

    @GetMapping(path = "/questions/{id}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sample) {
        return bank.latest(caller.tenant(), id)
                .map(
                        entry ->
                                page(
                                        caller,
                                        entry,
                                        Sample.text(entry.question(), sample),
                                        HttpStatus.OK,
                                        Map.of()));
    }

    @PostMapping(path = "/questions/{id}/try", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> attempt(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Optional.ofNullable(form.getFirst("answer")).orElse(""))
                .zipWith(bank.latest(caller.tenant(), id))
                .flatMap(both -> attempt(caller, both.getT2(), both.getT1()));
    }

    private Mono<Rendering> attempt(Caller caller, Entry entry, String answer) {
        return trying.of(caller, entry, answer)
                .map(trial -> page(caller, entry, answer, HttpStatus.OK, Map.of("trial", trial)))
                .onErrorResume(
                        Refusal.class,
                        refusal ->
                                Mono.just(
                                        page(
                                                caller,
                                                entry,
                                                answer,
                                                refusal.code().status(),
                                                Map.of("problem", refusal.detail()))));
    }

    private static Rendering page(
            Caller caller, Entry entry, String answer, HttpStatusCode status, Map<String, ?> more) {
        return Rendering.view("questions/one")
                .status(status)
                .modelAttribute("question", QuestionView.of(entry))
                .modelAttribute("samples", Sample.all(entry.question()))
                .modelAttribute("answer", answer)
                .modelAttribute(
                        "tries",
                        caller.rights().contains(Right.DECIDE)
                                || caller.rights().contains(Right.AUTHOR))
                .model(more)
                .build();
    }
}
