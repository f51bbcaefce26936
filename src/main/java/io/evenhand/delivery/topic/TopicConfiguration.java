package io.evenhand.delivery.topic;

import io.evenhand.delivery.DeliverySettings;
import io.evenhand.delivery.EventTopic;
import io.evenhand.delivery.TopicQueue;
import io.evenhand.delivery.TopicSettings;
import io.evenhand.delivery.send.Contents;
import io.evenhand.delivery.send.LetterBody;
import io.evenhand.platform.Storage;
import io.evenhand.platform.topic.ConditionalOnKafka;
import io.evenhand.platform.topic.TopicProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets events leave by topic, where brokers are set and nobody wants it otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKafka
@ConditionalOnBooleanProperty(name = "evenhand.delivery.topic.enabled", matchIfMissing = true)
class TopicConfiguration {

    @Bean
    EventTopic eventTopic(TopicSettings settings) {
        return new EventTopic(settings.name());
    }

    @Bean
    TopicPost topicPost(
            Contents contents, LetterBody bodies, EventTopic topic, TopicProducer producer) {
        return new TopicPost(contents, new TopicRecords(bodies, topic), producer);
    }

    @Bean
    TopicRounds topicRounds(
            TopicQueue queue,
            TopicPost post,
            Storage storage,
            TopicSettings settings,
            DeliverySettings deliveries,
            Clock clock,
            MeterRegistry metrics) {
        return new TopicRounds(
                new TopicTurn(queue, post, storage, settings.batch(), clock, metrics),
                deliveries.interval());
    }
}
