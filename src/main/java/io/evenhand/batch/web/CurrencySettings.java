package io.evenhand.batch.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one setting of the models that batches show.
 *
 * @param currency ISO 4217 code of all prices
 */
@ConfigurationProperties("evenhand.llm")
record CurrencySettings(@DefaultValue("USD") String currency) {}
