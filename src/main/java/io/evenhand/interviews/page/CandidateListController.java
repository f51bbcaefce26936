package io.evenhand.interviews.page;

import io.evenhand.access.Caller;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Outcome;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Words;
import io.evenhand.question.QuestionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of one interview with its candidates. */
@Controller
class CandidateListController {

    private static final int ROWS = 50;

    private final CandidateResults results;
    private final Standings standings;
    private final Aliases aliases;

    CandidateListController(CandidateResults results, Standings standings, Aliases aliases) {
        this.results = results;
        this.standings = standings;
        this.aliases = aliases;
    }

    @GetMapping(path = "/interviews/{id}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given) {
        TenantId tenant = caller.tenant();
        Reader reader = Reader.atPages(caller);
        ListFilter filter = ListFilter.of(given);
        return results.paper(tenant, id, Optional.empty())
                .flatMap(
                        paper ->
                                standings
                                        .of(tenant, paper, reader)
                                        .flatMap(all -> page(tenant, paper, reader, filter, all)));
    }

    private Mono<Rendering> page(
            TenantId tenant, Paper paper, Reader reader, ListFilter wanted, Standings.All all) {
        List<Line> sorted = all.sorted(wanted);
        int pages = Math.max(1, (sorted.size() + ROWS - 1) / ROWS);
        ListFilter filter = wanted.at(Math.min(wanted.page(), pages));
        int first = (filter.page() - 1) * ROWS;
        int end = Math.min(first + ROWS, sorted.size());
        List<String> candidates = sorted.subList(first, end).stream().map(Line::candidate).toList();
        Place place = new Place(first + 1, end, sorted.size(), all.lines().size(), pages);
        return results.of(tenant, paper, reader, candidates)
                .map(found -> rendering(new Shown(tenant, paper, filter, place), found));
    }

    private Rendering rendering(Shown shown, List<CandidateResult> found) {
        ListFilter filter = shown.filter();
        Showing showing = new Showing(shown.tenant(), aliases, filter.names());
        return Rendering.view("interviews/candidates")
                .modelAttribute("interview", shown.paper().interview())
                .modelAttribute("passAt", shown.paper().interview().passMark().doubleValue())
                .modelAttribute("filter", filter)
                .modelAttribute("place", shown.place())
                .modelAttribute(
                        "rows",
                        found.stream().map(result -> CandidateRow.of(result, showing)).toList())
                .modelAttribute("outcomes", named(Outcome.values()))
                .modelAttribute("levels", named(QuestionLevel.values()))
                .modelAttribute("orders", List.of(Order.values()))
                .modelAttribute("before", filter.at(filter.page() - 1).query())
                .modelAttribute("next", filter.at(filter.page() + 1).query())
                .modelAttribute("naming", filter.naming(true).query())
                .modelAttribute("aliases", filter.naming(false).query())
                .build();
    }

    private static Map<String, String> named(Enum<?>[] all) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Enum<?> one : all) {
            names.put(one.name(), Words.of(one));
        }
        return names;
    }

    /**
     * Which part of the list a page shows.
     *
     * @param first counted from 1
     * @param found how many the filter lets through
     */
    public record Place(int first, int last, int found, int all, int pages) {}

    private record Shown(TenantId tenant, Paper paper, ListFilter filter, Place place) {}
}
