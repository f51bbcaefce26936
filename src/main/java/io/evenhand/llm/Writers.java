package io.evenhand.llm;

import reactor.core.publisher.Mono;

/** Makes writers, one for a prompt; they ask the models that also grade, in the same order. */
public final class Writers {

    private final Prompts prompts;
    private final Desk desk;
    private final Fence fences = new Fence();

    Writers(Prompts prompts, Desk desk) {
        this.prompts = prompts;
        this.desk = desk;
    }

    /**
     * @param name of the prompt with its version, as in {@code rubric/1}
     */
    public Writer of(String name) {
        Prompt prompt = prompts.readOrBuiltIn(name);
        OutputSchema schema =
                OutputSchema.of(name.substring(0, name.indexOf('/')), prompt.schema());
        return brief -> write(new Writing(prompt, schema, brief, fences));
    }

    private Mono<Written> write(Writing writing) {
        return Mono.defer(() -> desk.ask(writing, writing.brief().deadline()))
                .map(result -> written(writing, result));
    }

    private static Written written(Writing writing, Desk.Result<Writing.Output> result) {
        return switch (result.answered()) {
            case Answered.Said<Writing.Output>(Writing.Output said) ->
                    new Written.Text(
                            said.json(),
                            said.model(),
                            writing.prompt().name(),
                            writing.prompt().hash(),
                            result.effort());
            case Answered.Nothing<Writing.Output>(var reason, var _) ->
                    new Written.Nothing(reason, result.effort());
        };
    }
}
