package io.evenhand.delivery.address;

import java.net.InetAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the machine for names. */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

    @Bean
    Names names() {
        return InetAddress::getAllByName;
    }
}
