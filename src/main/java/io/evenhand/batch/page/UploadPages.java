package io.evenhand.batch.page;

import io.evenhand.access.Caller;
import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.web.BatchViews;
import io.evenhand.interviews.Interview;
import io.evenhand.interviews.InterviewDesk;
import io.evenhand.platform.Refusal;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.QuestionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the pages of uploads show. */
@Component
class UploadPages {

    private static final int NEWEST = 20;
    private static final int MOST = 200;

    private final BatchDesk desk;
    private final BatchViews views;
    private final Bank bank;
    private final InterviewDesk interviews;

    UploadPages(BatchDesk desk, BatchViews views, Bank bank, InterviewDesk interviews) {
        this.desk = desk;
        this.views = views;
        this.bank = bank;
        this.interviews = interviews;
    }

    Mono<Rendering> form(Caller caller) {
        return form(caller, HttpStatus.OK, List.of());
    }

    /** The form again, with what was wrong. */
    Mono<Rendering> refused(Caller caller, Refusal refusal) {
        return form(caller, refusal.code().status(), said(refusal));
    }

    private static List<String> said(Refusal refusal) {
        List<String> each =
                refusal.violations().stream()
                        .map(
                                wrong ->
                                        Optional.ofNullable(wrong.parameter())
                                                        .orElse(
                                                                wrong.line() == null
                                                                        ? "The file"
                                                                        : "Line " + wrong.line())
                                                + " "
                                                + wrong.message()
                                                + ".")
                        .toList();
        return each.isEmpty() ? List.of(refusal.detail()) : each;
    }

    private Mono<Rendering> form(Caller caller, HttpStatusCode status, List<String> problems) {
        return Mono.zip(
                        desk.newest(caller.tenant(), NEWEST),
                        questions(caller),
                        interviews.page(caller.tenant(), Optional.empty(), MOST))
                .map(
                        all ->
                                Rendering.view("uploads/form")
                                        .status(status)
                                        .modelAttribute("problems", problems)
                                        .modelAttribute("batches", rows(all.getT1()))
                                        .modelAttribute("questions", labels(all.getT2()))
                                        .modelAttribute("interviews", titles(all.getT3()))
                                        .build());
    }

    private Mono<List<Entry>> questions(Caller caller) {
        return bank.find(
                new EntryQuery(
                        caller.tenant(),
                        Set.of(QuestionStatus.PUBLISHED),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        MOST));
    }

    private static List<Label> labels(List<Entry> entries) {
        return entries.stream().map(e -> new Label(e.id(), e.question().text())).toList();
    }

    private static Map<String, String> titles(List<Interview> all) {
        Map<String, String> titles = new LinkedHashMap<>();
        all.forEach(interview -> titles.put(interview.id(), interview.title()));
        return titles;
    }

    private static List<Row> rows(List<Batch> batches) {
        return batches.stream().map(Row::of).toList();
    }

    Mono<Rendering> one(Caller caller, String id, String view) {
        return desk.get(caller.tenant(), id)
                .flatMap(views::of)
                .map(UploadView::of)
                .map(upload -> Rendering.view(view).modelAttribute("upload", upload).build());
    }

    /** A question as the list of the form offers it. */
    public record Label(String id, String text) {}

    /** A batch in the list of the newest. */
    public record Row(
            String id, String status, String statusName, String came, int total, int rejected) {

        static Row of(Batch batch) {
            return new Row(
                    batch.id().value(),
                    UploadView.words(batch.status().name()),
                    batch.status().name(),
                    UploadView.minute(batch.createdAt()),
                    batch.received().total(),
                    batch.received().rejected());
        }
    }
}
