package io.evenhand.dispatch.requests;

import io.evenhand.access.Tenants;
import io.evenhand.grading.web.SubmissionReader;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.topic.ConditionalOnKafka;
import io.evenhand.platform.topic.TopicProducer;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests from a topic, where brokers are set and nobody wants it otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKafka
@ConditionalOnBooleanProperty(name = "evenhand.dispatch.requests.enabled", matchIfMissing = true)
class RequestConfiguration {

    @Bean
    RequestIntake requestIntake(
            StrictJson json,
            SubmissionReader submissions,
            Tenants tenants,
            RequestSettings settings,
            GradingDesk desk,
            MeterRegistry metrics) {
        return new RequestIntake(
                new RequestReader(json, submissions, tenants, settings.tenant()), desk, metrics);
    }

    @Bean
    RequestListener requestListener(
            RequestIntake intake,
            TopicProducer producer,
            JsonMapper json,
            RequestSettings settings) {
        return new RequestListener(intake, new DeadLetters(producer, json, settings.deadLetters()));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> requestConsumers(
            RequestListener listener, ConsumerFactory<?, ?> consumers, RequestSettings settings) {
        return new RequestConsumers(consumers, settings).of(listener);
    }
}
