package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.TenantId;
import io.evenhand.support.KeyedApiTestBase;
import io.evenhand.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationWebFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Every operation and every page says which right opens it; what says nothing is nobody's. */
class OpenToTests extends KeyedApiTestBase {

    /** What is open to people without a right; each with its reason in {@link OpenTo}. */
    private static final Set<String> FREE =
            Set.of(
                    "GET /signin",
                    "POST /signin",
                    "GET /setup",
                    "POST /setup",
                    "POST /signout",
                    "GET /account",
                    "POST /account/password",
                    "POST /account/sessions",
                    "GET /candidate/x",
                    "POST /candidate/x",
                    "GET /v3/api-docs",
                    "GET /v3/api-docs.yaml");

    private static final Path LIST = Path.of("src/test/resources/io/evenhand/access/rights.txt");

    @Autowired SecurityWebFilterChain chain;
    @Autowired List<RequestMappingHandlerMapping> mappings;

    @Test
    void everyOperationAndEveryPageDeclaresItsRight() {
        Set<String> operations = new TreeSet<>(ofDocument());
        assertThat(operations).hasSizeGreaterThan(40);
        operations.addAll(ofControllers());
        assertThat(operations).contains("POST /v1/gradings", "GET /review/items/x/similar");

        assertThat(operations)
                .as("add the right that opens it to OpenTo")
                .noneMatch(operation -> asked(operation) == Answer.UNDECLARED);
    }

    @Test
    void eachRightOpensWhatTheListSays() throws IOException {
        String found =
                Stream.concat(ofDocument().stream(), ofControllers().stream())
                        .distinct()
                        .sorted()
                        .map(operation -> operation + " " + rights(operation) + "\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("evenhand.rights.write")) {
            Files.writeString(LIST, found);
        }

        assertThat(found)
                .as("%s differs; if it should, run this with -Devenhand.rights.write=true", LIST)
                .isEqualTo(Files.readString(LIST));
    }

    private Set<Right> rights(String operation) {
        return Arrays.stream(Right.values())
                .filter(right -> asked(operation, Set.of(right)) == Answer.LET_IN)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    @Test
    void nothingIsOpenToPeopleWithoutARightButWhatTheyNeedToSignIn() {
        Set<String> open = new HashSet<>();
        ofControllers().stream()
                .filter(operation -> asked(operation) == Answer.LET_IN)
                .forEach(open::add);

        assertThat(open).isSubsetOf(FREE);
    }

    @Test
    void whatNothingOpensIsNobodys() {
        for (String path :
                List.of("/v1/not-declared", "/not-declared", "/v2/gradings", "/signin/x")) {
            assertThat(asked("GET " + path)).as(path).isEqualTo(Answer.UNDECLARED);
            assertThat(api.get(path).status()).as(path).isEqualTo(401);
            assertThat(api.get(path, with(ALL)).status()).as(path).isEqualTo(404);
            assertThat(api.get(path, with(ALL)).text()).contains("There is no such address");
            assertThat(new Visitor(api).get("/not-declared").status()).isEqualTo(303);
        }
    }

    private List<String> ofDocument() {
        List<String> operations = new ArrayList<>();
        JsonNode paths = api.get("/v3/api-docs", with(ALL)).json().at("/paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                operations.add(method.toUpperCase() + " " + filled(path));
            }
        }
        return operations;
    }

    private List<String> ofControllers() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(OpenToTests::operations)
                .distinct()
                .toList();
    }

    private static Stream<String> operations(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(
                        path ->
                                (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                                        .stream()
                                                .map(
                                                        method ->
                                                                method
                                                                        + " "
                                                                        + filled(
                                                                                path
                                                                                        .getPatternString())));
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]*}", "x").replace("/**", "/x");
    }

    /** What somebody who is signed in and has no right hears. */
    private Answer asked(String operation) {
        return asked(operation, Set.of());
    }

    private Answer asked(String operation, Set<Right> rights) {
        String[] parts = operation.split(" ");
        MockServerWebExchange exchange =
                MockServerWebExchange.from(
                        MockServerHttpRequest.method(HttpMethod.valueOf(parts[0]), parts[1]));
        Caller somebody = new Caller(new TenantId("acme"), "somebody", rights, true);
        boolean letIn =
                Boolean.TRUE.equals(
                        authorization()
                                .filter(exchange, any -> Mono.empty())
                                .thenReturn(true)
                                .onErrorResume(AccessDeniedException.class, e -> Mono.just(false))
                                .contextWrite(
                                        ReactiveSecurityContextHolder.withAuthentication(
                                                new CallerToken(somebody)))
                                .block(Duration.ofSeconds(30)));
        return letIn ? Answer.LET_IN : Undeclared.is(exchange) ? Answer.UNDECLARED : Answer.REFUSED;
    }

    private WebFilter authorization() {
        return chain.getWebFilters().filter(AuthorizationWebFilter.class::isInstance).blockFirst();
    }

    private enum Answer {
        LET_IN,
        REFUSED,
        UNDECLARED
    }
}
