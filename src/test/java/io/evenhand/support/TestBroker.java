package io.evenhand.support;

import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker in this process, started once for all tests that need one. */
public final class TestBroker {

    public static final int PARTITIONS = 2;

    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private TestBroker() {}

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperty("num.partitions", PARTITIONS);
        broker.brokerListProperty("evenhand.test.brokers"); // not the one every service reads
        broker.afterPropertiesSet();
        return broker;
    }

    public static String address() {
        return BROKER.getBrokersAsString();
    }

    /** Its topics stay, and its address. */
    public static void stop() {
        cluster().brokers().values().forEach(broker -> broker.shutdown());
    }

    public static void goOn() {
        cluster().brokers().values().forEach(broker -> broker.startup());
    }

    private static KafkaClusterTestKit cluster() {
        return BROKER.getCluster();
    }
}
