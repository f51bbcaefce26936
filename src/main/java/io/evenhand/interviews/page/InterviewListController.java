package io.evenhand.interviews.page;

import io.evenhand.access.Caller;
import io.evenhand.interviews.Interview;
import io.evenhand.interviews.InterviewDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of all interviews. */
@Controller
class InterviewListController {

    private static final int ROWS = 50;

    private final InterviewDesk desk;

    InterviewListController(InterviewDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/interviews", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> list(
            @AuthenticationPrincipal Caller caller, @RequestParam(defaultValue = "") String after) {
        return desk.page(caller.tenant(), Optional.of(after), ROWS + 1)
                .map(InterviewListController::page);
    }

    private static Rendering page(List<Interview> found) {
        List<Interview> shown = found.stream().limit(ROWS).toList();
        return Rendering.view("interviews/list")
                .modelAttribute("interviews", shown)
                .modelAttribute("nextPage", found.size() > ROWS ? shown.getLast().id() : "")
                .build();
    }
}
