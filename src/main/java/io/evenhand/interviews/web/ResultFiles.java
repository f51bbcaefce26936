package io.evenhand.interviews.web;

import io.evenhand.access.Caller;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.TenantId;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The results of all candidates of an interview as a file, streamed. */
@Component
public class ResultFiles {

    private final CandidateResults results;
    private final JsonMapper json;

    ResultFiles(CandidateResults results, JsonMapper json) {
        this.results = results;
        this.json = json;
    }

    /** By the latest version of the interview, for a page. */
    public Mono<ResponseEntity<Flux<DataBuffer>>> csv(Caller caller, String id) {
        return of(
                caller.tenant(), Reader.atPages(caller), id, Optional.empty(), FileFormat.CSV_FILE);
    }

    /** By the latest version of the interview, for a page. */
    public Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(Caller caller, String id) {
        return of(
                caller.tenant(),
                Reader.atPages(caller),
                id,
                Optional.empty(),
                FileFormat.XLSX_FILE);
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> of(
            TenantId tenant,
            Reader reader,
            String id,
            Optional<Integer> version,
            FileFormat format) {
        return results.paper(tenant, id, version)
                .map(
                        paper ->
                                ResponseEntity.ok()
                                        .contentType(format.mediaType())
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                attachment(id + "." + format.ending()))
                                        .body(file(tenant, reader, paper, format)));
    }

    private Flux<DataBuffer> file(TenantId tenant, Reader reader, Paper paper, FileFormat format) {
        return ResultPages.of(
                (after, limit) -> results.page(tenant, paper, reader, after, limit),
                () -> sheet(paper, format));
    }

    private SheetFormat sheet(Paper paper, FileFormat format) {
        return switch (format) {
            case JSON_FILE -> new JsonSheet(json, paper.interview());
            case CSV_FILE -> new CsvSheet(new Sheet(paper));
            case XLSX_FILE -> new XlsxSheet(new Sheet(paper));
        };
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
