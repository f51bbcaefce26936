package io.evenhand.candidate.page;

import io.evenhand.access.Witness;
import io.evenhand.candidate.CandidateSettings;
import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.candidate.appeal.AppealDesk;
import io.evenhand.candidate.appeal.Appeals;
import io.evenhand.candidate.link.Link;
import io.evenhand.candidate.link.Target;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.Mark;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.platform.Storage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what a link shows, and has written down that it was looked at. */
@Component
class Answers {

    private final Gradings gradings;
    private final Appeals appeals;
    private final AppealDesk desk;
    private final CandidateResults results;
    private final Unseen unseen;
    private final Storage storage;
    private final Witness witness;
    private final CandidateSettings settings;
    private final Notices notices;

    Answers(
            Gradings gradings,
            Appeals appeals,
            AppealDesk desk,
            CandidateResults results,
            Unseen unseen,
            Storage storage,
            Witness witness,
            CandidateSettings settings,
            Notices notices) {
        this.gradings = gradings;
        this.appeals = appeals;
        this.desk = desk;
        this.results = results;
        this.unseen = unseen;
        this.storage = storage;
        this.witness = witness;
        this.settings = settings;
        this.notices = notices;
    }

    /**
     * @param reader who looks, if it is somebody of ours: of what they are still to judge unseen
     *     they are shown nothing
     */
    Mono<CandidatePage> page(
            Link link, String token, PageWords words, Optional<String> message, Reader reader) {
        return shown(link, reader)
                .flatMap(
                        shown ->
                                storage.inTransaction(
                                        () -> page(link, token, shown, words, message, reader)));
    }

    private CandidatePage page(
            Link link,
            String token,
            Shown shown,
            PageWords words,
            Optional<String> message,
            Reader reader) {
        witness.seenByLink(link.tenant(), link.id(), link.target().subject());
        List<Grading> all =
                shown.ids().stream()
                        .flatMap(id -> gradings.find(link.tenant(), id).stream())
                        .filter(grading -> !grading.isErased())
                        .toList();
        List<Grading> known =
                all.stream().filter(grading -> !unseen.keeps(reader, grading)).toList();
        return new CandidatePage(
                token,
                PageWords.minute(link.expiresAt()),
                known.stream().map(grading -> view(grading, words)).toList(),
                settings.of(link.tenant()).score()
                        ? shown.result().map(result -> level(result, words)).orElse(List.of())
                        : List.of(),
                notices.of(link.tenant(), words),
                known.size() == all.size() ? message : Optional.of(words.say("withheld")));
    }

    private AnswerView view(Grading grading, PageWords words) {
        List<Appeal> before = appeals.of(grading.tenant(), grading.id());
        return AnswerView.of(
                grading,
                before,
                settings.of(grading.tenant()).score(),
                desk.isOpenTo(grading, before),
                words);
    }

    private static List<String> level(CandidateResult result, PageWords words) {
        String reached =
                result.level()
                        .map(level -> words.say("level", words.say("level." + level.name())))
                        .orElseGet(() -> words.say("level.none"));
        return result.certain() ? List.of(reached) : List.of(reached, words.say("level.open"));
    }

    /** One of the answers that a link shows. */
    Mono<Grading> one(Link link, String id) {
        return shown(link, Reader.NONE)
                .filter(shown -> shown.ids().contains(new GradingId(id)))
                .flatMap(
                        shown ->
                                storage.inTransaction(
                                        () ->
                                                gradings.find(link.tenant(), new GradingId(id))
                                                        .filter(grading -> !grading.isErased())
                                                        .orElse(null)));
    }

    private Mono<Shown> shown(Link link, Reader reader) {
        return switch (link.target()) {
            case Target.OneGrading(var id) -> Mono.just(new Shown(List.of(id), Optional.empty()));
            case Target.WholeInterview(var interview, var candidate) ->
                    results.paper(link.tenant(), interview, Optional.empty())
                            .flatMap(
                                    paper ->
                                            results.of(
                                                    link.tenant(),
                                                    paper,
                                                    reader,
                                                    List.of(candidate)))
                            .map(found -> found.stream().findFirst().map(Answers::shown))
                            .flatMap(Mono::justOrEmpty)
                            .defaultIfEmpty(new Shown(List.of(), Optional.empty()));
        };
    }

    private static Shown shown(CandidateResult result) {
        List<GradingId> ids =
                result.questions().stream()
                        .flatMap(question -> question.mark().stream())
                        .map(Mark::grading)
                        .toList();
        return new Shown(ids, Optional.of(result));
    }

    private record Shown(List<GradingId> ids, Optional<CandidateResult> result) {}
}
