package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTests {

    private final AnswerGuard guard = new AnswerGuard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to ana.b+x@mail.example.com, please | write to [redacted], please",
                "or +49 171 2345678. | or [redacted].",
                "my phone: 0171 2345678 | my phone: [redacted]",
                "a@x.orga@example.org | a@[redacted]",
                "a@x.orga@y.orga@example.org | a@x.orga@[redacted]",
                "(212) 736-5000 is mine | [redacted] is mine",
                "see https://x.org/a?name=Ana&id=7#top | see https://x.org/a?[redacted]#top",
                "电话 13812345678 | 电话 [redacted]"
            })
    void isMasked(String answer, String view) {
        assertThat(view(answer)).isEqualTo(view);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-3, 6.022e23 and 3.14159265358979",
                "192.168.178.1:8080 and 10.0.0.0/8",
                "x@y, W@x.T, W@x.shape and A@B.transpose()",
                "@Override public void run()",
                "1998-2004 and 2001-09-11 12:30:59",
                "01 10 11 00 01",
                "2^32 = 4294967296",
                "git@host:path and user@localhost",
                "https://x.org/a#top is it? yes",
                "0.25 0.5 0.75 1000 2000 3000 4000",
                "ISBN 978-3-16-148410-0",
                "a ? b : c"
            })
    void isNotFoundInFormulasAndCode(String answer) {
        assertThat(view(answer)).isEqualTo(answer);
    }

    @Test
    void isFoundWhereAMaskBroughtItNearer() {
        String answer = "tel of Wilhelmina-Christina Schmidt-Rottluff-Kirchner: 0171 2345678";

        assertThat(view(answer)).isEqualTo(answer);
        assertThat(
                        guard.view(
                                        answer,
                                        List.of("Wilhelmina-Christina Schmidt-Rottluff-Kirchner"))
                                .text())
                .isEqualTo("tel of [redacted]: [redacted]");
    }

    @Test
    void staysWithinTheLengthOfAnAnswer() {
        assertThat(guard.view("a ".repeat(9_999), List.of("a")).text())
                .hasSizeLessThanOrEqualTo(20_000);
    }

    private String view(String answer) {
        return guard.view(answer, List.of()).text();
    }
}
