package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.Desk;
import io.evenhand.support.ScriptedGraders;
import io.evenhand.support.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** From the first start of a service to its keys and people, in Chromium. */
class SignInBrowserTests {

    private static final String PASSWORD = "a long enough password";

    private static ConfigurableApplicationContext service;
    private static Api api;
    private static Desk desk;

    /** The first admin is made as whoever runs the service would, with the token of the file. */
    @BeforeAll
    static void setUp(@TempDir Path data) throws Exception {
        service =
                new SpringApplicationBuilder(
                                EvenhandApplication.class, ScriptedGraders.class, ApiFixtures.class)
                        .run(
                                "--server.port=0",
                                "--server.address=0.0.0.0",
                                "--evenhand.data=" + data,
                                "--evenhand.access.setup=true");
        api = service.getBean(Api.class);
        desk = new Desk(api.url(""));
        String token = Files.readString(data.resolve("setup-token")).strip();
        desk.open("/setup").keepsNobodyOut();
        desk.type("token", "not the token").type("name", "anna").type("password", PASSWORD);
        desk.press("Make the admin").sees("That is not the token").keepsNobodyOut();
        desk.type("token", token).type("name", "anna").type("password", PASSWORD);
        desk.press("Make the admin").is("/admin/users").sees("anna").keepsNobodyOut();
        desk.open("/setup").sees("There is nothing to set up");
        desk.open("/account").press("Sign out").is("/signin");
    }

    @AfterAll
    static void stop() {
        desk.close();
        service.close();
    }

    @BeforeEach
    void now() {
        service.getBean(TestClock.class).reset();
        desk.browser().manage().deleteAllCookies();
    }

    @AfterEach
    void nothingBrokeTheRulesOfThePage() {
        desk.keptTheRules();
    }

    @Test
    void signsInToThePageThatWasWantedAndOutAgain() throws Exception {
        desk.open("/review?tab=all").is("/signin").keepsNobodyOut();

        signIn("anna", PASSWORD).is("/review?tab=all");

        String cookie = desk.cookie("evenhand-session");
        desk.press("Account").is("/account").sees("anna", "admin").keepsNobodyOut();
        desk.press("Sign out").is("/signin");
        desk.open("/admin/keys").is("/signin");
        signIn("anna", PASSWORD).is("/admin/keys");
        assertThat(desk.cookie("evenhand-session")).isNotEqualTo(cookie);
    }

    @Test
    void saysWhatToDoAfterAWrongPasswordAndShutsAfterSome() throws Exception {
        desk.open("/signin");
        signIn("anna", "wrong").is("/signin").sees("That did not work").keepsNobodyOut();
        for (int i = 0; i < 7; i++) {
            signIn("anna", "wrong").sees("That did not work");
            service.getBean(TestClock.class).advance(Duration.ofSeconds(i < 6 ? 11 : 0));
        }
        signIn("anna", PASSWORD).is("/signin").sees("wait a little");

        service.getBean(TestClock.class).advance(Duration.ofSeconds(21));

        signIn("anna", PASSWORD).sees("Gradings");
    }

    @Test
    void letsAnAdminAddPeopleWhoChooseAPasswordOfTheirOwn() throws Exception {
        asAdmin("/admin/users");
        desk.type("name", "bert");
        desk.choose("form.row", "role", "reviewer")
                .press("Add")
                .sees("bert", "It is shown this once");
        String given = desk.text("#password");
        desk.keepsNobodyOut();
        desk.open("/admin/users").sees("has to choose a password");
        assertThat(desk.text()).doesNotContain(given);
        desk.press("Sign out");
        signIn("bert", given).is("/account").sees("Choose a password of your own");
        desk.keepsNobodyOut();
        desk.type("old", given)
                .type("password", PASSWORD + " of bert")
                .type("again", "quite another one");
        desk.press("Change it").sees("The two new passwords differ");
        desk.type("old", given)
                .type("password", PASSWORD + " of bert")
                .type("again", PASSWORD + " of bert");
        desk.press("Change it").sees("Gradings");
        desk.open("/admin/users").sees("does not allow this");

        asAdmin("/admin/users");
        desk.press("tr:nth-of-type(2)", "Close").sees("closed").press("Sign out");
        signIn("bert", PASSWORD + " of bert").sees("That did not work");
    }

    @Test
    void makesRotatesAndRevokesKeys() throws Exception {
        asAdmin("/admin/keys");
        desk.keepsNobodyOut();
        desk.type("name", "exams").tick("scope", "grade").press("Make it");
        desk.sees("It is shown this once").keepsNobodyOut();
        String first = desk.text("#secret");
        assertThat(status(first)).isEqualTo(200);

        desk.press("tbody", "New secret").sees("It is shown this once");
        String second = desk.text("#secret");
        assertThat(second).isNotEqualTo(first);
        assertThat(status(second)).isEqualTo(200);
        assertThat(status(first)).as("for a day more").isEqualTo(200);

        desk.press("tbody", "Revoke").sees("revoked").keepsNobodyOut();
        assertThat(status(first)).isEqualTo(401);
        assertThat(status(second)).isEqualTo(401);
    }

    private static int status(String key) {
        return api.get("/v1/gradings", "Authorization", "Bearer " + key).status();
    }

    private static void asAdmin(String path) {
        desk.browser().manage().deleteAllCookies();
        desk.open(path).is("/signin");
        signIn("anna", PASSWORD).is(path);
    }

    private static Desk signIn(String name, String password) {
        desk.type("name", name).type("password", password);
        return desk.press("main", "Sign in");
    }
}
