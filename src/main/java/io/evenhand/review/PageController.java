package io.evenhand.review;

import io.evenhand.access.Caller;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import io.evenhand.grading.work.Ledger;
import io.evenhand.question.Criterion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The list of gradings and the page of one. */
@Controller
class PageController {

    private static final int NEWEST = 100;

    private final Ledger ledger;
    private final Unseen unseen;

    PageController(Ledger ledger, Unseen unseen) {
        this.ledger = ledger;
        this.unseen = unseen;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> list(@AuthenticationPrincipal Caller caller) {
        Reader reader = Reader.atPages(caller);
        return ledger.page(GradingQuery.newest(caller.tenant(), NEWEST))
                .map(
                        gradings ->
                                Rendering.view("gradings")
                                        .modelAttribute("most", NEWEST)
                                        .modelAttribute(
                                                "rows",
                                                gradings.stream()
                                                        .map(grading -> row(reader, grading))
                                                        .toList())
                                        .build());
    }

    @GetMapping(path = "/gradings/{id}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Reader reader = Reader.atPages(caller);
        return ledger.get(caller.tenant(), id)
                .zipWhen(grading -> ledger.history(grading.tenant(), grading.id()))
                .map(both -> page(reader, both.getT1(), both.getT2()));
    }

    private GradingRow row(Reader reader, Grading grading) {
        return GradingRow.of(unseen.of(reader, grading), unseen.keeps(reader, grading));
    }

    private Rendering page(Reader reader, Grading grading, List<HistoryEntry> history) {
        Grading known = unseen.of(reader, grading);
        return Rendering.view("grading")
                .modelAttribute("grading", known)
                .modelAttribute("withheld", unseen.keeps(reader, grading))
                .modelAttribute("answer", answer(known))
                .modelAttribute("descriptions", descriptions(known))
                .modelAttribute("history", unseen.of(reader, grading, history))
                .build();
    }

    /** What each criterion asks for, by its id; nothing of what was erased. */
    private static Map<String, String> descriptions(Grading grading) {
        if (grading.isErased()) {
            return Map.of();
        }
        return grading.submission().rubric().criteria().stream()
                .collect(Collectors.toMap(Criterion::id, Criterion::description));
    }

    private static List<Stretch> answer(Grading grading) {
        Stretches stretches = new Stretches(grading.submission().answer());
        List<CriterionGrade> criteria = grading.grade().map(Grade::criteria).orElse(List.of());
        for (int i = 0; i < criteria.size(); i++) {
            for (Evidence passage : criteria.get(i).verdict().passages()) {
                stretches.evidence(i + 1, passage.start(), passage.end());
            }
        }
        return stretches.cut();
    }
}
