package io.evenhand.question;

import java.util.Optional;

/**
 * A question of the bank in one of its versions, or on its way there.
 *
 * @param question without a place in the bank until it is stored
 */
public record Entry(String id, QuestionStatus status, Question question, Profile profile) {

    /** Its version; 0 until it is stored. */
    public int version() {
        return question.ref().map(QuestionRef::version).orElse(0);
    }

    public Entry in(QuestionRef ref) {
        return new Entry(ref.id(), status, question.in(Optional.of(ref)), profile);
    }

    Entry in(QuestionStatus other) {
        return new Entry(id, other, question, profile);
    }

    /** The same question with another rubric, which nobody has published. */
    public Entry draft(Rubric rubric) {
        return new Entry(id, QuestionStatus.DRAFT, question.with(rubric), profile);
    }

    /** Whether it says the same, whichever versions the two are. */
    public boolean saysTheSameAs(Entry other) {
        return withoutRef().equals(other.withoutRef());
    }

    private Entry withoutRef() {
        return new Entry(id, status, question.in(Optional.empty()), profile);
    }
}
