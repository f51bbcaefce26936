package io.evenhand.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Somebody with a browser that keeps cookies and sends the forms of pages, and follows nothing. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Api api;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";
    private String key = "";

    public Visitor(Api api) {
        this.api = api;
    }

    public Api.Reply get(String path, String... headers) {
        return kept(
                api.send(
                        HttpMethod.GET,
                        path,
                        request -> {
                            request.set("Accept", "text/html");
                            request.set("Cookie", jar());
                            for (int i = 0; i < headers.length; i += 2) {
                                request.set(headers[i], headers[i + 1]);
                            }
                        },
                        new byte[0]));
    }

    /** Brings a key with each form. */
    public Visitor bearer(String bearer) {
        this.key = bearer;
        return this;
    }

    /** Sends a form as the page that was loaded last would, to wherever. */
    public Api.Reply post(String path, String... fields) {
        String body = "_csrf=" + encoded(token);
        for (int i = 0; i < fields.length; i += 2) {
            body += "&" + fields[i] + "=" + encoded(fields[i + 1]);
        }
        return kept(
                api.send(
                        HttpMethod.POST,
                        path,
                        request -> {
                            request.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
                            request.set("Accept", "text/html");
                            request.set("Cookie", jar());
                            if (!key.isEmpty()) {
                                request.setBearerAuth(key);
                            }
                        },
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    public Api.Reply signIn(String organisation, String name, String password) {
        get("/signin");
        return post("/signin", "organisation", organisation, "name", name, "password", password);
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void take(String name, String value) {
        cookies.put(name, value);
    }

    /** The token of the page that was loaded last. */
    public String token() {
        return token;
    }

    public String jar() {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private Api.Reply kept(Api.Reply reply) {
        reply.headers()
                .getOrEmpty("Set-Cookie")
                .forEach(
                        set -> {
                            String[] pair = set.split(";", 2)[0].split("=", 2);
                            if (pair[1].isEmpty()) {
                                cookies.remove(pair[0]);
                            } else {
                                cookies.put(pair[0], pair[1]);
                            }
                        });
        Matcher found = TOKEN.matcher(reply.text());
        if (found.find()) {
            token = found.group(1);
        }
        return reply;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
