package io.evenhand.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.access.user.SignIns;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.Desk;
import io.evenhand.support.ScriptedGraders;
import io.evenhand.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chromium on its way to a provider's own page and back, where passwords are not taken. */
class ProviderBrowserTests {

    private static final String BUTTON = "Sign in with Acme";

    private static IdentityProvider provider;
    private static ConfigurableApplicationContext service;
    private static Api api;
    private static Desk desk;

    @BeforeAll
    static void start() {
        provider = IdentityProvider.startWithForm();
        service =
                new SpringApplicationBuilder(
                                EvenhandApplication.class, ScriptedGraders.class, ApiFixtures.class)
                        .run(
                                "--server.port=0",
                                "--server.address=0.0.0.0",
                                "--evenhand.access.setup=true",
                                "--evenhand.access.local-sign-in=false",
                                "--evenhand.access.oidc.issuer=" + provider.issuer(),
                                "--evenhand.access.oidc.client-id=" + IdentityProvider.CLIENT,
                                "--evenhand.access.oidc.label=" + BUTTON,
                                "--evenhand.access.oidc.role-claim=realm_access.roles",
                                "--evenhand.access.oidc.roles.admin=boss",
                                "--evenhand.access.oidc.roles.reviewer=grader");
        api = service.getBean(Api.class);
        desk = new Desk(api.url(""));
        assertThat(new Visitor(api).get("/setup").status())
                .as("an admin with a password could not sign in")
                .isEqualTo(404);
    }

    @AfterAll
    static void stop() {
        desk.close();
        service.close();
        provider.close();
    }

    @BeforeEach
    void asNobody() {
        desk.browser().manage().deleteAllCookies();
    }

    @AfterEach
    void nothingBrokeTheRulesOfThePage() {
        desk.keptTheRules();
    }

    @Test
    void goesThereAndBackToThePageThatWasWantedAndOutAgain() throws Exception {
        desk.open("/review?tab=all").is("/signin").keepsNobodyOut();
        assertThat(desk.browser().findElements(By.name("password"))).isEmpty();

        desk.press(BUTTON);
        say("carla", "grader");

        desk.is("/review?tab=all").open("/account").sees("carla", "reviewer").keepsNobodyOut();
        desk.press("Sign out").is("/signin").sees(BUTTON);
        desk.open("/review").is("/signin");
    }

    @Test
    void saysWhatToDoForWhoeverHasNoRole() throws Exception {
        desk.open("/signin").press(BUTTON);
        say("dora", "cleaner");

        desk.sees("You have no role here yet", "Ask an admin").keepsNobodyOut();
        desk.press("Back to the sign-in page").is("/signin");
    }

    @Test
    void showsAnAdminWhoSignsInAndNoWayToGiveThemPasswords() throws Exception {
        desk.open("/admin/users").press(BUTTON);
        say("emma", "boss");

        desk.is("/admin/users").sees("emma", "open, by the identity provider").keepsNobodyOut();
        assertThat(desk.text()).doesNotContain("New password", "Add somebody", "Set");
        desk.open("/signin/oidc/out").is("/signin");
    }

    @Test
    void takesNoPassword() {
        service.getBean(JdbcClient.class)
                .sql(
                        """
                        insert into access_user (tenant, id, login, role, password, temporary,
                          closed, version, failures, made_at)
                        values ('local', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'of-before', 'ADMIN',
                          '$argon2id$v=19$m=16384,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA', false,
                          false, 1, 0, current_timestamp)""")
                .update();
        var signIns = service.getBean(SignIns.class);
        assertThat(signIns.signIn("local", "of-before", "a long enough password").blockOptional())
                .isEmpty();
        assertThat(
                        service.getBean(JdbcClient.class)
                                .sql("select failures from access_user where login = 'of-before'")
                                .query(Integer.class)
                                .single())
                .as("not even looked at")
                .isZero();
    }

    private static void say(String who, String role) {
        desk.sees("Mock OAuth2 Server Sign-in");
        desk.type("username", who);
        desk.type(
                "claims",
                """
                {"preferred_username": "%s", "realm_access": {"roles": ["%s"]}}"""
                        .formatted(who, role));
        desk.browser().findElement(By.cssSelector("input[type=submit]")).click();
    }
}
