package io.evenhand.grading.unseen;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Mark;
import io.evenhand.grading.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a reader may know of an answer: as long as it waits for somebody to judge it unseen, whoever
 * may be that somebody is shown neither another reader's decision nor, of a blind sample, the
 * machine's grade.
 */
@Component
public class Unseen {

    private final BlindSample sample;

    Unseen(BlindSample sample) {
        this.sample = sample;
    }

    /** Whether anything is kept from them. */
    public boolean keeps(Reader reader, Grading grading) {
        return kept(reader, grading) != Kept.NOTHING;
    }

    /** The grading as they may know it: to be shown, and never to be stored. */
    public Grading of(Reader reader, Grading grading) {
        return switch (kept(reader, grading)) {
            case NOTHING -> grading;
            case DECISION -> grading.withoutDecision();
            case ALL -> grading.withoutGrade();
        };
    }

    /** What happened to a grading, as they may know it. */
    public List<HistoryEntry> of(Reader reader, Grading grading, List<HistoryEntry> history) {
        Kept kept = kept(reader, grading);
        if (kept == Kept.NOTHING) {
            return history;
        }
        List<HistoryEntry> known = new ArrayList<>();
        boolean decided = false;
        for (HistoryEntry entry : history) {
            boolean review = entry.event() == HistoryEntry.Event.REVIEWED;
            boolean own = review && entry.actor().equals(reader.name());
            decided = decided || review;
            known.add((decided && !own) || kept == Kept.ALL ? entry.unseen(reader.name()) : entry);
        }
        return known;
    }

    public Mark of(Reader reader, Mark mark) {
        boolean decided = mark.status() == GradingStatus.REVIEWED;
        Kept kept = kept(reader, mark.grading(), mark.waits(), decided, mark.reviewer());
        return kept == Kept.NOTHING ? mark : mark.unseen();
    }

    private Kept kept(Reader reader, Grading grading) {
        return kept(
                reader,
                grading.id(),
                grading.waitsForPerson(),
                grading.status() == GradingStatus.REVIEWED,
                grading.review().map(Review::reviewer));
    }

    private Kept kept(
            Reader reader, GradingId id, boolean waits, boolean decided, Optional<String> by) {
        boolean own = decided && by.filter(reader.name()::equals).isPresent();
        if (!reader.judges() || !waits || own) {
            return Kept.NOTHING;
        }
        return sample.has(id) ? Kept.ALL : decided ? Kept.DECISION : Kept.NOTHING;
    }

    /** How much of a grading is kept from somebody. */
    private enum Kept {
        NOTHING,
        /** What another person decided; what the machine said stands in its place. */
        DECISION,
        /** The machine's grade, too. */
        ALL
    }
}
