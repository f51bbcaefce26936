package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of users and keys. */
class AdminPagesTests extends KeyedApiTestBase {

    private final String name = "u" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired JdbcClient jdbc;

    @Test
    void aKeyIsShownOnceAndThenNoMore() {
        KeyedVisitor admin = new KeyedVisitor(api, ALL);

        String page = admin.submit("/admin/keys", "/admin/keys", "name", name, "scope", "grade");

        Matcher secret = Pattern.compile("id=\"secret\">(evh_[^<]+)<").matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        assertThat(api.post(Api.BODY, with(secret.group(1))).status()).isEqualTo(200);
        assertThat(admin.visitor().get("/admin/keys", with(ALL)).text())
                .contains(name)
                .doesNotContain(secret.group(1));
    }

    @Test
    void saysWhatIsWrongWithAFormAndKeepsNothing() {
        KeyedVisitor admin = new KeyedVisitor(api, ALL);
        admin.visitor().get("/admin/keys", with(ALL));

        Api.Reply none = admin.post("/admin/keys", "name", name);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("The list of scopes is missing").doesNotContain(name);
        assertThat(admin.post("/admin/users", "name", "key:x", "role", "viewer").status())
                .isEqualTo(422);
        assertThat(admin.post("/admin/users", "name", "local", "role", "viewer").status())
                .isEqualTo(422);
        assertThat(admin.post("/admin/users", "name", name, "role", "root").status())
                .isEqualTo(422);
        assertThat(admin.post("/admin/users", "name", name, "role", "viewer").status())
                .isEqualTo(303);
        assertThat(
                        admin.post("/admin/users", "name", name.toUpperCase(), "role", "viewer")
                                .status())
                .as("the same name")
                .isEqualTo(409);
    }

    @Test
    void whatIsNamedLikeMarkupStaysText() {
        KeyedVisitor admin = new KeyedVisitor(api, ALL);

        String page =
                admin.submit(
                        "/admin/keys",
                        "/admin/keys",
                        "name",
                        "<script>alert(1)</script>" + name,
                        "scope",
                        "grade");

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;" + name);
    }

    @Test
    void nobodyMakesAnybodyWhoMayMoreThanTheyDo() {
        KeyedVisitor manager = new KeyedVisitor(api, MANAGE);
        manager.visitor().get("/admin/users", with(MANAGE));

        assertThat(manager.post("/admin/users", "name", name, "role", "admin").status())
                .isEqualTo(403);
        new KeyedVisitor(api, ALL)
                .submit("/admin/users", "/admin/users", "name", name, "role", "admin");
        for (String action : List.of("password", "close", "sessions")) {
            assertThat(manager.post("/admin/users/" + user("acme") + "/" + action).status())
                    .as(action)
                    .isEqualTo(403);
        }
    }

    @Test
    void theLastAdminStaysOne() {
        new KeyedVisitor(api, RIVAL)
                .submit("/admin/users", "/admin/users", "name", name, "role", "admin");
        jdbc.sql("update access_user set closed = true where tenant = 'rival' and login <> :name")
                .param("name", name)
                .update();
        KeyedVisitor admin = new KeyedVisitor(api, RIVAL);
        admin.visitor().get("/admin/users", with(RIVAL));
        String one = "/admin/users/" + user("rival");

        assertThat(admin.post(one + "/close").status()).isEqualTo(409);
        assertThat(admin.post(one + "/role", "role", "viewer").status()).isEqualTo(409);
        admin.post("/admin/users", "name", name + "2", "role", "admin");
        assertThat(admin.post(one + "/close").status()).isEqualTo(303);
    }

    @Test
    void knowNothingOfAnotherTenant() {
        KeyedVisitor acme = new KeyedVisitor(api, ALL);
        acme.submit("/admin/users", "/admin/users", "name", name, "role", "viewer");
        acme.submit("/admin/keys", "/admin/keys", "name", name, "scope", "grade");
        String key =
                jdbc.sql("select id from api_key where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single();
        KeyedVisitor rival = new KeyedVisitor(api, RIVAL);

        assertThat(rival.visitor().get("/admin/keys", with(RIVAL)).text()).doesNotContain(name);
        assertThat(rival.visitor().get("/admin/users", with(RIVAL)).text()).doesNotContain(name);
        for (String path :
                List.of(
                        "/admin/users/" + user("acme") + "/role",
                        "/admin/users/" + user("acme") + "/password",
                        "/admin/users/" + user("acme") + "/close",
                        "/admin/users/" + user("acme") + "/open",
                        "/admin/users/" + user("acme") + "/sessions",
                        "/admin/keys/" + key + "/rotate",
                        "/admin/keys/" + key + "/revoke")) {
            Api.Reply reply = rival.post(path, "role", "admin");
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.text()).doesNotContain(name);
        }
    }

    private String user(String tenant) {
        return jdbc.sql("select id from access_user where tenant = :tenant and login = :name")
                .param("tenant", tenant)
                .param("name", name)
                .query(String.class)
                .single();
    }
}
