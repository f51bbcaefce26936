package io.evenhand.candidate.page;

import java.util.List;
import java.util.Optional;

/**
 * What a link shows.
 *
 * @param token of the link
 * @param level in sentences, of an interview whose level may be shown
 * @param notice how answers are graded, in paragraphs
 * @param message what came of a form that was sent; empty otherwise
 */
public record CandidatePage(
        String token,
        String until,
        List<AnswerView> answers,
        List<String> level,
        List<String> notice,
        Optional<String> message) {}
