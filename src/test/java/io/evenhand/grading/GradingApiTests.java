package io.evenhand.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.ScriptedGraders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
@Import(ScriptedGraders.class)
class GradingApiTests {

    private static final String BODY =
            """
            {"question": {"text": "What is overfitting?", "modelAnswer": "It fits noise.",
              "rubric": {"criteria": [{"id": "noise", "description": "Says noise", "points": 4}]}},
             "answer": "It memorises the noise.", "candidateRef": "c-1"}
            """;

    @Autowired WebTestClient client;
    @Autowired ScriptedGrader model;
    @Autowired ScriptedGrader fallback;

    @BeforeEach
    void reset() {
        model.reset();
        fallback.reset();
    }

    @Test
    void gradesWithTheModel() {
        model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        String json = post(BODY);
        System.out.println(json);
        assertThat(json).contains("GRADED");
    }

    private String post(String body) {
        return client.post()
                .uri("/v1/gradings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
