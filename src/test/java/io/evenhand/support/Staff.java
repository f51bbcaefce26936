package io.evenhand.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who sign in with a password of their own. */
public final class Staff {

    public static final String PASSWORD = "a long enough password";

    private Staff() {}

    /**
     * Adds somebody and signs them in.
     *
     * @param key one that may add people to its tenant, which is {@code acme}
     */
    public static Visitor of(Api api, String key, String name, String role) {
        String password = added(api, key, name, role);
        Visitor visitor = new Visitor(api);
        visitor.signIn("acme", name, password);
        changePassword(visitor, password);
        return visitor;
    }

    /** Adds somebody; their first password. */
    public static String added(Api api, String key, String name, String role) {
        Visitor admin = new Visitor(api).bearer(key);
        admin.get("/admin/users", "Authorization", "Bearer " + key);
        Api.Reply added = admin.post("/admin/users", "name", name, "role", role);
        assertThat(added.status()).as(added.text()).isEqualTo(303);
        String to = String.valueOf(added.headers().getFirst("Location"));
        String shown = admin.get(to, "Authorization", "Bearer " + key).text();
        Matcher password = Pattern.compile("id=\"password\">([^<]+)<").matcher(shown);
        assertThat(password.find()).as(shown).isTrue();
        return password.group(1);
    }

    public static void changePassword(Visitor visitor, String old) {
        visitor.get("/account");
        Api.Reply changed =
                visitor.post(
                        "/account/password", "old", old, "password", PASSWORD, "again", PASSWORD);
        assertThat(changed.status()).as(changed.text()).isEqualTo(303);
    }
}
