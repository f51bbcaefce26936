package io.evenhand.llm;

import io.evenhand.grading.Cost;
import java.util.List;
import java.util.Optional;

/** Says beforehand what a call would cost. */
public final class Tariff {

    private final List<Model> models;

    Tariff(List<Model> models) {
        this.models = models;
    }

    /**
     * By the prices of the model that is asked first, none of it from a provider's cache; empty if
     * it has no prices.
     */
    public Optional<Cost> of(long inputTokens, long outputTokens) {
        return models.stream()
                .findFirst()
                .flatMap(Model::prices)
                .map(prices -> prices.of(new Tokens(inputTokens, 0, outputTokens)));
    }
}
