package io.evenhand.llm;

import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.Assignment;
import io.evenhand.grading.Judgement;
import java.util.Map;

/** What a model is told of one assignment, and what its output must look like. */
final class Briefing implements Inquiry<Judgement> {

    private final Prompt prompt;
    private final Assignment assignment;
    private final Keys keys;
    private final OutputSchema schema;
    private final String fence;

    Briefing(Prompt prompt, Assignment assignment, Fence fences) {
        this.prompt = prompt;
        this.assignment = assignment;
        this.keys = new Keys(assignment.rubric());
        this.schema = OutputSchema.of(prompt.schema(), keys);
        this.fence = fences.around(assignment.answer());
    }

    @Override
    public Prompt prompt() {
        return prompt;
    }

    Assignment assignment() {
        return assignment;
    }

    Keys keys() {
        return keys;
    }

    @Override
    public OutputSchema schema() {
        return schema;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new Sheet(assignment, keys).values();
        values.put("fence", fence);
        return values;
    }

    @Override
    public Judgement read(Reply reply, String model, boolean mendable) {
        return new Judging(this, model).read(reply, mendable);
    }

    @Override
    public Ticket ticket() {
        return assignment.ticket();
    }

    @Override
    public String subject() {
        return "grading " + assignment.id();
    }
}
