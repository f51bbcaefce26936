package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.Visitor;

/** A browser that brings a key with each request. */
record KeyedVisitor(Visitor visitor, String key) {

    KeyedVisitor(Api api, String key) {
        this(new Visitor(api), key);
    }

    /** Sends a form of a page, and answers with the page that is shown then. */
    String submit(String page, String path, String... fields) {
        visitor.get(page, "Authorization", "Bearer " + key);
        Api.Reply reply = post(path, fields);
        assertThat(reply.status()).as(reply.text()).isEqualTo(303);
        return visitor.get(reply.headers().getFirst("Location"), "Authorization", "Bearer " + key)
                .text();
    }

    Api.Reply post(String path, String... fields) {
        return visitor.bearer(key).post(path, fields);
    }
}
