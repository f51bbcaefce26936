package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Purse;
import io.evenhand.grading.Spent;
import io.evenhand.grading.turns.Ticket;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What a model is told of one assignment, and what its output must look like. */
final class Briefing implements Inquiry<Judgement> {

    private final Prompt prompt;
    private final Assignment assignment;
    private final Purse purse;
    private final Keys keys;
    private final OutputSchema schema;
    private final String fence;

    Briefing(Prompt prompt, Assignment assignment, Fence fences) {
        this(prompt, assignment, fences, Purse.BOTTOMLESS);
    }

    Briefing(Prompt prompt, Assignment assignment, Fence fences, Purse purse) {
        this.prompt = prompt;
        this.assignment = assignment;
        this.purse = purse;
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
    public Mono<Spent> spent() {
        return purse.spent(assignment.tenant());
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
