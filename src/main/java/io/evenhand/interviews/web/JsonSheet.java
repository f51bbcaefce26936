package io.evenhand.interviews.web;

import io.evenhand.interviews.Interview;
import io.evenhand.interviews.result.CandidateResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Results as one JSON array of what each candidate's own address says. */
final class JsonSheet implements SheetFormat {

    private final JsonMapper json;
    private final Interview interview;
    private boolean begun;

    JsonSheet(JsonMapper json, Interview interview) {
        this.json = json;
        this.interview = interview;
    }

    @Override
    public byte[] head() {
        return bytes("[");
    }

    @Override
    public byte[] body(List<CandidateResult> results) {
        StringBuilder text = new StringBuilder();
        for (CandidateResult result : results) {
            text.append(begun ? ",\n" : "\n");
            text.append(json.writeValueAsString(CandidateView.of(interview, result)));
            begun = true;
        }
        return bytes(text.toString());
    }

    @Override
    public byte[] tail() {
        return bytes("\n]\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
