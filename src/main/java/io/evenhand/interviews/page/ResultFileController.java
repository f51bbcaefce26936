package io.evenhand.interviews.page;

import io.evenhand.access.Caller;
import io.evenhand.interviews.web.ResultFiles;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of the API behind links, since a browser's link cannot say what it accepts. */
@Controller
class ResultFileController {

    private final ResultFiles files;

    ResultFileController(ResultFiles files) {
        this.files = files;
    }

    @GetMapping("/interviews/{id}/results.csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return files.csv(caller, id);
    }

    @GetMapping("/interviews/{id}/results.xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(
            @AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return files.xlsx(caller, id);
    }
}
