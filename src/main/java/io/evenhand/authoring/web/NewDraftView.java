package io.evenhand.authoring.web;

import io.evenhand.authoring.draft.StoredDraft;
import io.evenhand.authoring.lint.Finding;
import io.evenhand.question.web.QuestionView;
import java.util.List;

/**
 * A draft that was just made.
 *
 * @param question the version that it became, which nobody is graded by until it is published
 * @param findings what lint says of it, without grading anything
 */
record NewDraftView(QuestionView question, DraftView draft, List<FindingView> findings) {

    static NewDraftView of(StoredDraft stored, List<Finding> findings) {
        return new NewDraftView(
                QuestionView.of(stored.version()),
                DraftView.of(stored.draft()),
                findings.stream().map(FindingView::of).toList());
    }
}
