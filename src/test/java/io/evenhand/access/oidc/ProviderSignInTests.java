package io.evenhand.access.oidc;

import static io.evenhand.access.oidc.IdentityProvider.and;
import static io.evenhand.access.oidc.IdentityProvider.roles;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.evenhand.EvenhandApplication;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.ScriptedGraders;
import io.evenhand.support.TestClock;
import io.evenhand.support.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Two instances of the service, and an identity provider that may say anything. */
class ProviderSignInTests {

    private static IdentityProvider provider;
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;

    private final String subject = "s-" + UUID.randomUUID();
    private final Visitor visitor = new Visitor(api(here));

    @BeforeAll
    static void start() {
        provider = IdentityProvider.start();
        String database =
                "--spring.datasource.url=jdbc:h2:mem:"
                        + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
        here = start(database);
        there = start(database);
    }

    private static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(
                        EvenhandApplication.class, ScriptedGraders.class, ApiFixtures.class)
                .run(
                        database,
                        "--server.port=0",
                        "--evenhand.dispatch.interval=1h",
                        "--evenhand.delivery.interval=1h",
                        "--evenhand.access.tenant=acme",
                        "--evenhand.access.oidc.issuer=" + provider.issuer(),
                        "--evenhand.access.oidc.client-id=" + IdentityProvider.CLIENT,
                        "--evenhand.access.oidc.client-secret=not-in-any-log",
                        "--evenhand.access.oidc.role-claim=roles",
                        "--evenhand.access.oidc.roles.admin=admins",
                        "--evenhand.access.oidc.roles.lead=Recruiting Leads",
                        "--evenhand.access.oidc.roles.reviewer=graders,staff",
                        "--evenhand.access.oidc.tenant-claim=org",
                        "--evenhand.access.oidc.tenants.acme=acme-gmbh",
                        "--evenhand.access.oidc.tenants.rival=rival-ltd");
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        provider.close();
    }

    @BeforeEach
    void now() {
        here.getBean(TestClock.class).reset();
        there.getBean(TestClock.class).reset();
    }

    @Test
    void whoeverLeavesFromOneInstanceComesBackToAnother() throws Exception {
        assertThat(visitor.get("/review?tab=all").headers().getFirst("Location"))
                .isEqualTo("/signin?next=%2Freview%3Ftab%3Dall");
        assertThat(visitor.get("/signin?next=%2Freview%3Ftab%3Dall").text())
                .contains("/signin/oidc?next=/review?tab%3Dall");
        provider.says(subject, acme("Recruiting Leads", "graders"));
        String back = left("/signin/oidc?next=%2Freview%3Ftab%3Dall");
        Visitor same = new Visitor(api(there));
        same.take(Departures.COOKIE, visitor.cookie(Departures.COOKIE));

        Api.Reply in = same.get(back);

        assertThat(in.headers().getFirst("Location")).isEqualTo("/review?tab=all");
        assertThat(same.cookie(Departures.COOKIE)).as("used").isEmpty();
        assertThat(same.get("/account").text()).contains("lead", "acme", "by your organisation");
        visitor.take("evenhand-session", same.cookie("evenhand-session"));
        assertThat(visitor.get("/review").status()).as("the other instance").isEqualTo(200);
        assertThat(visitor.get("/admin/users").status()).isEqualTo(403);
        assertThat(same.get("/account").text()).doesNotContain("New password");
    }

    @Test
    void asksForACodeThatNobodyElseCanUse() {
        URI page = URI.create(visitor.get("/signin/oidc").headers().getFirst("Location"));
        var asked = UriComponentsBuilder.fromUri(page).build().getQueryParams();

        assertThat(asked.getFirst("response_type")).isEqualTo("code");
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("code_challenge")).hasSizeGreaterThan(40);
        assertThat(asked.getFirst("state")).hasSizeGreaterThan(40);
        assertThat(asked.getFirst("nonce")).hasSizeGreaterThan(40);
        assertThat(asked.getFirst("redirect_uri")).isEqualTo(api(here).url("/signin/oidc/back"));
        assertThat(page.toString()).doesNotContain("not-in-any-log");
    }

    @Test
    void theRoleIsTheProvidersWordAtEachSignIn() throws Exception {
        assertThat(signIn(acme("admins", "graders")).status()).isEqualTo(303);
        Visitor before = new Visitor(api(here));
        before.take("evenhand-session", visitor.cookie("evenhand-session"));
        assertThat(visitor.get("/admin/users").status()).isEqualTo(200);

        assertThat(signIn(acme("graders")).status()).isEqualTo(303);

        assertThat(visitor.get("/admin/users").status()).isEqualTo(403);
        assertThat(visitor.get("/review").status()).isEqualTo(200);
        assertThat(before.get("/review").status()).as("with the role of before").isEqualTo(303);
        assertThat(count("select count(*) from access_user where subject = :s")).isEqualTo(1);
        assertThat(actions()).containsExactly("USER_ADDED", "SIGN_IN", "USER_CHANGED", "SIGN_IN");
    }

    @Test
    void turnsAwayWhoeverHasNoRole() throws Exception {
        Api.Reply reply = signIn(acme("cleaners"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("You have no role here yet", "Ask an admin");
        assertThat(visitor.cookie("evenhand-session")).isEmpty();
        assertThat(count("select count(*) from access_user where subject = :s")).isZero();

        assertThat(signIn(acme("graders")).status()).isEqualTo(303);
        Visitor other = new Visitor(api(here));
        other.take("evenhand-session", visitor.cookie("evenhand-session"));
        assertThat(signIn(acme()).status()).as("not any more").isEqualTo(403);
        assertThat(other.get("/review").status()).as("in no other browser").isEqualTo(303);
    }

    @Test
    void whoseTheyAreIsTheProvidersWord() throws Exception {
        assertThat(signIn(and(roles("graders"), "org", "rival-ltd")).status()).isEqualTo(303);
        assertThat(visitor.get("/account").text()).contains("rival");

        Api.Reply unknown = signIn(and(roles("graders"), "org", "acme"));

        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.text()).contains("Your organisation is not known here");
        assertThat(signIn(roles("graders")).status()).as("without a word").isEqualTo(403);
        assertThat(signIn(and(roles("graders"), "org", List.of("rival-ltd", "acme-gmbh"))).status())
                .as("of two")
                .isEqualTo(403);
    }

    @Test
    void nobodyComesByAnothersAccountByItsName() throws Exception {
        String name = "anna" + subject.substring(2, 10);
        provider.says(subject, and(acme("admins"), "preferred_username", name));
        visitor.get(left("/signin/oidc"));
        assertThat(visitor.get("/account").text()).contains("<h1>" + name + "</h1>");
        Visitor other = new Visitor(api(here));
        provider.says("other-" + subject, and(acme("graders"), "preferred_username", name));

        other.get(left(other, "/signin/oidc"));

        assertThat(other.get("/account").text())
                .contains("<h1>" + name + "-")
                .doesNotContain("<h1>" + name + "</h1>");
    }

    @Test
    void whoeverIsClosedIsTurnedAwayAndSignedOut() throws Exception {
        signIn(acme("graders"));
        Visitor admin = new Visitor(api(here));
        provider.says("admin-" + subject, acme("admins"));
        admin.get(left(admin, "/signin/oidc"));
        String page = admin.get("/admin/users").text();
        String one = "/admin/users/" + id();
        assertThat(page).contains("by the identity provider").doesNotContain(one + "/role");
        assertThat(admin.post(one + "/role", "role", "admin").status()).isEqualTo(409);
        assertThat(admin.post(one + "/password").status()).isEqualTo(409);

        assertThat(admin.post(one + "/close").status()).isEqualTo(303);

        assertThat(visitor.get("/review").status()).isEqualTo(303);
        Api.Reply reply = signIn(acme("graders"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("Your account is closed", "Ask an admin");
        admin.get("/admin/users");
        admin.post(one + "/open");
        assertThat(signIn(acme("graders")).status()).isEqualTo(303);
    }

    @Test
    void believesNoStateThatItDidNotGiveThatBrowser() throws Exception {
        String back = left("/signin/oidc");
        String cookie = visitor.cookie(Departures.COOKIE);
        String code = back.replaceFirst("state=[^&]+", "state=of-somebody-else");

        assertThat(visitor.get(code).status()).as("another state").isEqualTo(400);
        assertThat(visitor.get(back.replaceFirst("state=[^&]+&?", "")).status()).isEqualTo(400);
        assertThat(new Visitor(api(here)).get(back).text())
                .as("another browser")
                .contains("That took too long", "Begin again");
        Visitor forger = new Visitor(api(here));
        forger.take(Departures.COOKIE, cookie.substring(0, cookie.length() - 2) + "xx");
        assertThat(forger.get(back).status()).isEqualTo(400);
        assertThat(visitor.cookie("evenhand-session")).isEmpty();

        provider.says(subject, acme("graders"));
        assertThat(visitor.get(back).status()).as("still its owner's").isEqualTo(303);
        visitor.take(Departures.COOKIE, cookie);
        assertThat(visitor.get(back).status()).as("the code was used").isEqualTo(403);
    }

    @Test
    void aSignInThatTakesTooLongIsOver() throws Exception {
        String back = left("/signin/oidc");
        here.getBean(TestClock.class).advance(Duration.ofMinutes(10));

        assertThat(visitor.get(back).text()).contains("That took too long");
    }

    @Test
    void believesNoTokenThatIsNotForThisSignIn() throws Exception {
        Map<String, Object> good = acme("admins");
        for (Map<String, Object> bad :
                List.of(
                        and(good, "nonce", "of-another-sign-in"),
                        and(good, "aud", "another-client"),
                        and(good, "azp", "another-client"),
                        and(
                                and(good, "azp", IdentityProvider.NOTHING),
                                "aud",
                                List.of(IdentityProvider.CLIENT, "another-client")),
                        and(
                                and(good, "azp", "another-client"),
                                "aud",
                                List.of(IdentityProvider.CLIENT, "another-client")),
                        and(good, "iss", "https://another.example"),
                        and(good, "exp", Instant.now().minusSeconds(120).getEpochSecond()))) {
            Api.Reply reply = signIn(bad);

            assertThat(reply.status()).as(bad.toString()).isEqualTo(403);
            assertThat(reply.text()).contains("could not be checked", "an admin should compare");
            assertThat(visitor.cookie("evenhand-session")).isEmpty();
        }
        assertThat(count("select count(*) from access_user where subject = :s")).isZero();
        assertThat(signIn(good).status()).as("without the lie").isEqualTo(303);
        Map<String, Object> forTwo =
                and(
                        and(good, "azp", IdentityProvider.CLIENT),
                        "aud",
                        List.of(IdentityProvider.CLIENT, "another-client"));
        assertThat(signIn(forTwo).status()).as("given to us, good elsewhere, too").isEqualTo(303);
    }

    @Test
    void believesNoTokenThatAnotherKeySigned() throws Exception {
        URI page = URI.create(visitor.get("/signin/oidc").headers().getFirst("Location"));
        String nonce =
                UriComponentsBuilder.fromUri(page).build().getQueryParams().getFirst("nonce");
        provider.isForged(nonce);

        Api.Reply reply = visitor.get(path(IdentityProvider.follow(page)));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(visitor.cookie("evenhand-session")).isEmpty();
        assertThat(
                        jdbc().sql(
                                        """
                                        select count(*) from access_event
                                        where actor = 'anonymous' and action = 'SIGN_IN'
                                          and outcome = 'REFUSED'""")
                                .query(Integer.class)
                                .single())
                .isPositive();
    }

    @Test
    void saysSoWhenTheProviderDoesNotLetThemIn() {
        String state = state();

        Api.Reply reply = visitor.get("/signin/oidc/back?error=access_denied&state=" + state);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("You were not let in", "Back to the sign-in page");
        String other = state();
        assertThat(
                        visitor.get(
                                        "/signin/oidc/back?error=%3Cscript%3E&error_description=%3Cb%3Ehi&state="
                                                + other)
                                .text())
                .contains("could not be checked")
                .doesNotContain("<b>hi", "<script>");
    }

    @Test
    void aSignInReplacesWhateverTheBrowserBrought() throws Exception {
        signIn(acme("graders"));
        String planted = visitor.cookie("evenhand-session");

        signIn(acme("graders"));

        assertThat(visitor.cookie("evenhand-session")).isNotEmpty().isNotEqualTo(planted);
        visitor.get("/account");
        visitor.post("/signout");
        Visitor other = new Visitor(api(here));
        other.take("evenhand-session", planted);
        assertThat(other.get("/review").status())
                .as("the one of before is a sign-in of its own")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/a\nLocation:x"
            })
    void goesOnToPagesOfOursOnly(String next) throws Exception {
        provider.says(subject, acme("graders"));
        String start =
                "/signin/oidc?next="
                        + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(visitor.get(left(start)).headers().getFirst("Location")).isEqualTo("/");
    }

    @Test
    void itsPagesCarryTheSamePolicyAsAllOthers() throws Exception {
        String policy = visitor.get("/signin").headers().getFirst("Content-Security-Policy");

        assertThat(policy).contains("form-action 'self'", "script-src 'self'");
        for (String path :
                List.of("/signin/oidc", "/signin/oidc/back?code=x&state=y", "/signin/oidc/out")) {
            Api.Reply reply = visitor.get(path);
            assertThat(reply.headers().getFirst("Content-Security-Policy"))
                    .as(path)
                    .isEqualTo(policy);
            assertThat(reply.headers().getFirst("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void signingOutGoesOnToTheProvider() throws Exception {
        Api.Reply in = signIn(acme("graders"));
        assertThat(in.headers().getOrEmpty("Set-Cookie"))
                .anySatisfy(
                        set ->
                                assertThat(set)
                                        .startsWith(KeptToken.COOKIE + "=")
                                        .contains("Path=/signin/oidc;", "HTTPOnly")
                                        .contains("SameSite=Strict")
                                        .doesNotContain("eyJ"));
        visitor.get("/account");

        Api.Reply out = visitor.post("/signout");

        assertThat(out.headers().getFirst("Location")).isEqualTo("/signin/oidc/out");
        assertThat(visitor.get("/review").status()).isEqualTo(303);
        Visitor elsewhere = new Visitor(api(there));
        elsewhere.take(KeptToken.COOKIE, visitor.cookie(KeptToken.COOKIE));
        for (Visitor instance : List.of(elsewhere, visitor)) {
            assertThat(hint(instance).getSubject()).isEqualTo(subject);
            assertThat(instance.cookie(KeptToken.COOKIE)).as("once").isEmpty();
        }
        assertThat(visitor.get("/signin/oidc/out").text())
                .as("without the token, as of a provider whose are too long")
                .doesNotContain("id_token_hint")
                .contains("http-equiv=\"refresh\"")
                .contains(provider.wayOut() + "?client_id=" + IdentityProvider.CLIENT)
                .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost");
    }

    /** By what the provider is told whose sign-in ends. */
    private static JWTClaimsSet hint(Visitor visitor) throws Exception {
        Matcher token =
                Pattern.compile("id_token_hint=([\\w.-]+)")
                        .matcher(visitor.get("/signin/oidc/out").text());
        assertThat(token.find()).isTrue();
        return SignedJWT.parse(token.group(1)).getJWTClaimsSet();
    }

    private Api.Reply signIn(Map<String, Object> claims) throws Exception {
        provider.says(subject, claims);
        return visitor.get(left("/signin/oidc"));
    }

    private static Map<String, Object> acme(String... roles) {
        return and(roles(roles), "org", "acme-gmbh");
    }

    /** Leaves for the provider; the address that it sends the browser back to. */
    private String left(String start) throws Exception {
        return left(visitor, start);
    }

    private static String left(Visitor visitor, String start) throws Exception {
        String page = visitor.get(start).headers().getFirst("Location");
        return path(IdentityProvider.follow(URI.create(page)));
    }

    private String state() {
        URI page = URI.create(visitor.get("/signin/oidc").headers().getFirst("Location"));
        return UriComponentsBuilder.fromUri(page).build().getQueryParams().getFirst("state");
    }

    private static String path(URI uri) {
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static Api api(ConfigurableApplicationContext service) {
        return service.getBean(Api.class);
    }

    private static JdbcClient jdbc() {
        return here.getBean(JdbcClient.class);
    }

    private int count(String sql) {
        return jdbc().sql(sql).param("s", subject).query(Integer.class).single();
    }

    private String id() {
        return jdbc().sql("select id from access_user where subject = :s")
                .param("s", subject)
                .query(String.class)
                .single();
    }

    private List<String> actions() {
        return jdbc().sql("select action from access_event where subject = :id order by id")
                .param("id", id())
                .query(String.class)
                .list();
    }
}
