package io.evenhand.access.page;

import io.evenhand.platform.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.result.view.Rendering;

/** What the pages of access answer. */
final class Views {

    private Views() {}

    /** After a form was taken: the page to load, so that loading it again repeats nothing. */
    static Rendering to(String address) {
        return Rendering.redirectTo(address).build();
    }

    static Rendering.Builder<?> page(String name) {
        return page(name, HttpStatus.OK, "");
    }

    /** The page again, with what was wrong. */
    static Rendering.Builder<?> refused(String name, Refusal refusal) {
        return page(name, refusal.code().status(), said(refusal));
    }

    static Rendering.Builder<?> page(String name, HttpStatusCode status, String problem) {
        return Rendering.view("access/" + name).status(status).modelAttribute("problem", problem);
    }

    /** A refusal in a sentence or more. */
    private static String said(Refusal refusal) {
        return refusal.violations().isEmpty()
                ? refusal.detail()
                : refusal.violations().stream()
                        .map(each -> name(each.pointer()) + " " + each.message() + ".")
                        .distinct()
                        .reduce((one, other) -> one + " " + other)
                        .orElse(refusal.detail());
    }

    private static String name(@Nullable String pointer) {
        return switch (pointer) {
            case "/name" -> "The name";
            case "/scopes" -> "The list of scopes";
            case "/expiresAt" -> "The last day";
            case null, default -> "It";
        };
    }

    /** A page of ours to go on to; whatever else was asked for is the first page. */
    static String next(String wanted) {
        boolean ours =
                wanted.startsWith("/")
                        && !wanted.startsWith("//")
                        && wanted.chars().noneMatch(c -> c == '\\' || c < ' ');
        try {
            URI uri = new URI(wanted);
            return ours && uri.getScheme() == null && uri.getAuthority() == null ? wanted : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
