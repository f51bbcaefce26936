package io.evenhand.llm;

import static io.evenhand.llm.Setting.blankToNull;
import static io.evenhand.llm.Setting.present;
import static io.evenhand.llm.Setting.require;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One model that may be asked; what is not set is not sent to it.
 *
 * @param baseUrl with {@code /v1}, as in {@code https://api.openai.com/v1}
 * @param maxOutputTokens most tokens of a reply; a reasoning model's thoughts count too
 * @param logprobs whether to ask for token probabilities, which make confidence more trustworthy
 * @param callsPerMinute most calls to begin in a minute; no limit if unset
 */
record ModelSettings(
        @Nullable Provider provider,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer seed,
        @Nullable TokenLimitParameter tokenLimitParameter,
        @Nullable Integer maxOutputTokens,
        @Nullable String reasoningEffort,
        @DefaultValue("schema") JsonMode json,
        @DefaultValue("false") boolean logprobs,
        @Nullable Integer callsPerMinute,
        @Nullable BigDecimal inputPrice,
        @Nullable BigDecimal outputPrice,
        @Nullable BigDecimal cachedInputPrice) {

    ModelSettings {
        require(
                provider != null,
                "provider is missing: set it to openai (any OpenAI-compatible server) or anthropic");
        baseUrl = blankToNull(baseUrl);
        model = blankToNull(model);
        apiKey = blankToNull(apiKey);
        reasoningEffort = blankToNull(reasoningEffort);
        requireHttp(baseUrl);
        require(model != null, "model is missing: set it to the name that the provider gives it");
        require(
                maxOutputTokens == null || maxOutputTokens > 0,
                "max-output-tokens must be above 0: raise it or leave it out");
        require(
                callsPerMinute == null || callsPerMinute > 0,
                "calls-per-minute must be above 0: raise it or leave it out");
        requirePrices(inputPrice, outputPrice, cachedInputPrice);
        if (provider == Provider.ANTHROPIC) {
            require(seed == null, "Anthropic knows no seed: leave seed out");
            require(!logprobs, "Anthropic reports no token probabilities: leave logprobs out");
            require(reasoningEffort == null, "leave reasoning-effort out: it is OpenAI's");
            require(
                    tokenLimitParameter != TokenLimitParameter.MAX_COMPLETION_TOKENS,
                    "Anthropic's cap is max_tokens: leave token-limit-parameter out");
        }
    }

    private static void requireHttp(@Nullable String baseUrl) {
        String mend = "set it to an address like http://127.0.0.1:8081/v1";
        require(baseUrl != null, "base-url is missing: " + mend);
        URI uri = uri(present(baseUrl, mend), mend);
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        require((http || https) && uri.getHost() != null, "base-url is not http or https: " + mend);
        require(
                uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null,
                "base-url may not hold a key or anything behind /v1: put the key into api-key");
    }

    private static URI uri(String text, String mend) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException _) {
            // Without the cause: Spring shows the innermost message only.
            throw new IllegalArgumentException("base-url is not an address: " + mend);
        }
    }

    private static void requirePrices(
            @Nullable BigDecimal input, @Nullable BigDecimal output, @Nullable BigDecimal cached) {
        require(
                (input == null) == (output == null),
                "input-price and output-price go together: set both or neither");
        require(
                cached == null || input != null,
                "cached-input-price needs input-price and output-price: set them too");
        for (var price : new @Nullable BigDecimal[] {input, output, cached}) {
            require(price == null || price.signum() >= 0, "a price cannot be below 0: mend it");
        }
    }

    Provider wire() {
        return present(provider, "provider");
    }

    String address() {
        return present(baseUrl, "base-url");
    }

    String name() {
        return present(model, "model");
    }

    Optional<Prices> prices(String currency) {
        return inputPrice == null || outputPrice == null
                ? Optional.empty()
                : Optional.of(
                        new Prices(
                                inputPrice,
                                cachedInputPrice == null ? inputPrice : cachedInputPrice,
                                outputPrice,
                                currency));
    }

    /** Which model it is, and what may change its words; neither key, nor prices, nor pace. */
    String recipe() {
        return String.join(
                " ",
                name(),
                wire().name(),
                address(),
                "temperature=" + temperature,
                "seed=" + seed,
                "limit=" + tokenLimitParameter + "/" + maxOutputTokens,
                "effort=" + reasoningEffort,
                "json=" + json,
                "logprobs=" + logprobs);
    }

    /** Without the key, whoever prints it. */
    @Override
    public String toString() {
        return name() + " (" + wire() + " at " + address() + ")";
    }
}
