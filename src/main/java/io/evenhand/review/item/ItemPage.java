package io.evenhand.review.item;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Review;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.review.Decided;
import io.evenhand.platform.Words;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.review.Stretch;
import io.evenhand.review.Stretches;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import io.evenhand.review.queue.Workbench;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the view of one answer for one reviewer. */
final class ItemPage {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private final Workbench.Opened opened;
    private final QueueItem item;
    private final Grading grading;
    private final Desk desk;
    private final QueueFilter filter;
    private final Instant now;

    /** Whether another person's decision waits for this reader, who is not to know it. */
    private final boolean second;

    private final boolean hidden;
    private final Optional<Grade> shown;

    /**
     * @param blind whether the machine's word is hidden until there is a decision
     */
    ItemPage(Workbench.Opened opened, Desk desk, QueueFilter filter, boolean blind, Instant now) {
        this.opened = opened;
        this.item = opened.entry().item();
        this.grading = opened.entry().grading();
        this.desk = desk;
        this.filter = filter;
        this.now = now;
        boolean decided = grading.status() == GradingStatus.REVIEWED;
        boolean own = grading.review().filter(r -> r.reviewer().equals(desk.name())).isPresent();
        this.second = decided && item.waiting() && !own;
        this.hidden = blind && (!decided || second);
        this.shown = hidden ? Optional.empty() : second ? grading.machineGrade() : grading.grade();
    }

    /**
     * As it is stored.
     *
     * @param rounded with each criterion at the level that is nearest to what was proposed
     */
    ItemView view(boolean showCandidate, boolean rounded) {
        Feedback feedback = shown.map(Grade::feedback).orElse(Feedback.NONE);
        Map<String, Points> points = rounded ? rounded(proposed()) : proposed();
        return view(points, feedback, List.of(), showCandidate);
    }

    private Map<String, Points> rounded(Map<String, Points> points) {
        Map<String, Points> rounded = new HashMap<>(points);
        grading.submission()
                .rubric()
                .criteria()
                .forEach(
                        criterion ->
                                rounded.computeIfPresent(
                                        criterion.id(),
                                        (id, exact) -> CriterionView.nearest(criterion, exact)));
        return rounded;
    }

    /** With what somebody has chosen, and why that was not stored. */
    ItemView view(DecisionForm form, List<String> problems) {
        return view(form.points(), form.written(), problems, false);
    }

    /** With what somebody has chosen. */
    ItemView view(DecisionForm form) {
        return view(form, List.of());
    }

    /** As it is stored, and why that is not what somebody wanted. */
    ItemView refused(String problem) {
        Feedback feedback = shown.map(Grade::feedback).orElse(Feedback.NONE);
        return view(proposed(), feedback, List.of(problem), false);
    }

    private ItemView view(
            Map<String, Points> points,
            Feedback feedback,
            List<String> problems,
            boolean showCandidate) {
        Optional<String> candidate = grading.submission().candidateRef();
        return new ItemView(
                grading.id().value(),
                grading.version(),
                Words.of(grading.status()),
                grading.status().name(),
                grading.submission().question().text(),
                grading.submission().question().modelAnswers(),
                grading.submission()
                        .question()
                        .passMark()
                        .map(mark -> mark.stripTrailingZeros().toPlainString() + " %")
                        .orElse(""),
                answer(),
                flags(),
                criteria(points),
                score(grading, points, hidden ? Optional.empty() : grading.machineGrade()),
                ItemView.Written.of(feedback),
                hidden ? List.of() : WordDiff.of(machineFeedback(grading), feedback),
                new Why(item, grading, hidden).line(),
                hidden ? "" : grader(),
                hidden,
                candidate.filter(ignored -> showCandidate),
                candidate.isPresent(),
                notice(),
                problems,
                grading.review().filter(ignored -> !second).map(this::decided),
                isOwn(),
                grading.isSecondReadingAsked(),
                item.flaggedBy(),
                item.assignee(),
                hidden || second ? List.of() : history(),
                hidden ? List.of() : followUps(),
                appeals(),
                grading.isAppealed(),
                dispute(),
                desk.leads(),
                opened.people(),
                desk.name(),
                filter);
    }

    private List<ItemView.Appealed> appeals() {
        return opened.appeals().stream()
                .map(appeal -> ItemView.Appealed.of(appeal, Words.minute(appeal.at())))
                .toList();
    }

    /** Neither of the two sees it before a third one has decided. */
    private Optional<Dispute> dispute() {
        boolean over = !item.waiting();
        boolean decides = grading.isDisputed() && isThird();
        return Optional.of(opened.readings())
                .filter(readings -> readings.size() == 2 && (over || decides))
                .map(
                        readings ->
                                Dispute.of(
                                        readings,
                                        grading.submission().rubric().criteria().stream()
                                                .map(Criterion::description)
                                                .toList(),
                                        over,
                                        grading.id().value()));
    }

    private boolean isThird() {
        return desk.leads()
                && opened.readings().stream().noneMatch(r -> r.reader().equals(desk.name()));
    }

    /** Between two readings the machine has no say. */
    private Map<String, Points> proposed() {
        return grading.isDisputed() && isThird() && opened.readings().size() == 2
                ? agreed()
                : byGrade();
    }

    private Map<String, Points> agreed() {
        return Dispute.agreed(opened.readings()).entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, entry -> new Points(entry.getValue())));
    }

    private Map<String, Points> byGrade() {
        return shown.stream()
                .flatMap(grade -> grade.criteria().stream())
                .filter(criterion -> !criterion.abstained())
                .collect(
                        Collectors.toMap(
                                CriterionGrade::id, c -> c.verdict().earned().orElseThrow()));
    }

    private List<Stretch> answer() {
        Stretches stretches = new Stretches(grading.submission().answer());
        List<CriterionGrade> criteria = shown.map(Grade::criteria).orElse(List.of());
        for (int i = 0; i < criteria.size(); i++) {
            for (Evidence passage : criteria.get(i).verdict().passages()) {
                stretches.evidence(i + 1, passage.start(), passage.end());
            }
        }
        grading.flags().forEach(f -> stretches.flag(Words.of(f.code()), f.start(), f.end()));
        return stretches.cut();
    }

    private List<ItemView.Flagged> flags() {
        return grading.flags().stream()
                .map(flag -> ItemView.Flagged.of(flag, grading.submission().answer()))
                .toList();
    }

    private List<CriterionView> criteria(Map<String, Points> points) {
        List<Criterion> criteria = grading.submission().rubric().criteria();
        return IntStream.range(0, criteria.size())
                .mapToObj(i -> criterion(i, criteria.get(i), points))
                .toList();
    }

    private CriterionView criterion(int index, Criterion criterion, Map<String, Points> points) {
        Optional<Points> chosen = Optional.ofNullable(points.get(criterion.id()));
        return CriterionView.of(
                index + 1, criterion, chosen, hidden ? Optional.empty() : byMachine(criterion));
    }

    private Optional<CriterionGrade> byMachine(Criterion criterion) {
        return grading.machineGrade().stream()
                .flatMap(grade -> grade.criteria().stream())
                .filter(grade -> grade.id().equals(criterion.id()))
                .findFirst();
    }

    /** What the choices come to; a range as long as something is open. */
    static ItemView.ScoreView score(
            Grading grading, Map<String, Points> points, Optional<Grade> machine) {
        var rubric = grading.submission().rubric();
        var range = Decided.range(rubric, points);
        String score =
                range.min().equals(range.max())
                        ? CriterionView.plain(range.min())
                        : CriterionView.plain(range.min()) + "–" + CriterionView.plain(range.max());
        String percent =
                range.min().equals(range.max())
                        ? Math.round(
                                        range.min().value().doubleValue()
                                                / rubric.maxScore().value().doubleValue()
                                                * 100)
                                + " %"
                        : "";
        return new ItemView.ScoreView(
                score,
                CriterionView.plain(rubric.maxScore()),
                percent,
                rubric.criteria().size() - points.size(),
                machine.map(grade -> CriterionView.plain(grade.score())));
    }

    static Feedback machineFeedback(Grading grading) {
        return DecisionForm.normal(
                grading.machineGrade().map(Grade::feedback).orElse(Feedback.NONE));
    }

    private String grader() {
        return grading.machineGrade()
                .map(
                        grade ->
                                grade.grader().model().orElse(Words.of(grade.grader().kind()))
                                        + (isSaidAbove(grade)
                                                ? ""
                                                : ", "
                                                        + Words.percent(grade.confidence())
                                                        + " sure"))
                .orElse("");
    }

    private boolean isSaidAbove(Grade grade) {
        return item.waiting() && grade.reviewReasons().contains(ReviewReason.LOW_CONFIDENCE);
    }

    private Optional<String> notice() {
        return barred().or(this::held);
    }

    /** Why the decision is somebody else's to make. */
    private Optional<String> barred() {
        if (grading.isDisputed() && !isThird()) {
            return Optional.of("Two readers differ: a lead who is neither of them decides.");
        }
        return Optional.of("The candidate appealed against your decision: somebody else decides.")
                .filter(ignored -> grading.isAppealed() && isOwn());
    }

    private Optional<String> held() {
        return item.hold()
                .filter(hold -> hold.until().isAfter(now))
                .filter(hold -> !hold.desk().equals(desk.window()))
                .map(
                        hold ->
                                (hold.by().equals(desk.name())
                                                ? hold.by() + ", in another browser,"
                                                : hold.by())
                                        + " has this answer open until "
                                        + CLOCK.format(hold.until())
                                        + " UTC. Whoever decides first decides.");
    }

    private boolean isOwn() {
        return grading.review().filter(r -> r.reviewer().equals(desk.name())).isPresent();
    }

    private ItemView.Decided decided(Review review) {
        return new ItemView.Decided(
                review.reviewer(),
                Words.minute(review.reviewedAt()),
                review.reason().orElse(""),
                grading.grade().map(grade -> CriterionView.plain(grade.score())).orElse(""),
                review.machine().map(grade -> CriterionView.plain(grade.score())).orElse("none"));
    }

    private List<ItemView.Event> history() {
        return opened.history().stream().map(ItemPage::event).toList();
    }

    private static ItemView.Event event(HistoryEntry entry) {
        return new ItemView.Event(
                Words.minute(entry.at()),
                Words.of(entry.event()),
                entry.actor(),
                Words.of(entry.status()),
                entry.score().map(CriterionView::plain).orElse(""),
                entry.grader().map(by -> by.model().orElse(Words.of(by.kind()))).orElse(""));
    }

    private List<String> followUps() {
        return grading.grade().map(Grade::followUpQuestions).orElse(List.of());
    }
}
