package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccessConfigurationTests {

    @Test
    void passwordsAreKeptAsOwaspAsks() {
        PasswordEncoder encoder = new AccessConfiguration().passwordEncoder();

        String kept = encoder.encode("correct horse battery");

        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches("correct horse battery", kept)).isTrue();
        assertThat(encoder.matches("correct horse batteries", kept)).isFalse();
    }
}
