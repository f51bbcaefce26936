package io.evenhand.access.oidc;

import org.springframework.http.HttpStatus;

/** Why somebody is not signed in, and what they can do about it. */
public enum Reason {
    DENIED(
            HttpStatus.FORBIDDEN,
            "You were not let in",
            "The sign-in was cancelled, or your organisation does not let you use this service. Try"
                    + " again, or ask whoever runs the sign-in of your organisation to let you use"
                    + " it."),
    EXPIRED(
            HttpStatus.BAD_REQUEST,
            "That took too long",
            "This sign-in is over, was begun in another browser, or was used before. Begin again"
                    + " here, and allow cookies of this page."),
    NOT_BELIEVED(
            HttpStatus.FORBIDDEN,
            "The sign-in could not be checked",
            "What your organisation's sign-in sent does not fit this service. Try again; if it stays"
                    + " so, an admin should compare issuer, client id, secret and algorithm in the"
                    + " settings of both, and their clocks."),
    UNREACHABLE(
            HttpStatus.BAD_GATEWAY,
            "Your organisation's sign-in does not answer",
            "Wait a minute and try again. If it stays so, an admin should look whether this service"
                    + " reaches the address of the issuer, and at the log."),
    TOO_MANY(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many tries",
            "Too many sign-ins from your address could not be checked. Wait a minute and try"
                    + " again."),
    NO_ROLE(
            HttpStatus.FORBIDDEN,
            "You have no role here yet",
            "Your organisation knows you, but gave you no role that this service knows. Ask an admin"
                    + " to put you into a group that may use it, then sign in again."),
    NO_TENANT(
            HttpStatus.FORBIDDEN,
            "Your organisation is not known here",
            "This service cannot tell whose answers you may see. Ask an admin to name your"
                    + " organisation in its settings."),
    CLOSED(
            HttpStatus.FORBIDDEN,
            "Your account is closed",
            "Ask an admin of your organisation to open it again.");

    private final HttpStatus status;
    private final String title;
    private final String advice;

    Reason(HttpStatus status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** How to mend it. */
    public String advice() {
        return advice;
    }
}
