package io.evenhand.budget;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the models' settings a budget rests on.
 *
 * @param currency ISO 4217 code of all prices
 */
@ConfigurationProperties("evenhand.llm")
record PriceSettings(@DefaultValue List<Priced> models, @DefaultValue("USD") String currency) {

    List<String> withoutPrice() {
        return models.stream()
                .filter(model -> model.inputPrice() == null)
                .map(model -> String.valueOf(model.model()))
                .toList();
    }

    /** A model and whether it has a price; where it has one for input, it has one for output. */
    record Priced(@Nullable String model, @Nullable BigDecimal inputPrice) {}
}
