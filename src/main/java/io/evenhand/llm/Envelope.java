package io.evenhand.llm;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a reply before LangChain4j does: some servers say 200 and mean an error. */
final class Envelope {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BAD_GATEWAY = 502;

    private Envelope() {}

    static void check(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() / 100 != 2) {
            throw new WireException(response.statusCode(), response.headers(), body);
        }
        JsonNode reply = read(body);
        if (!reply.isObject()) {
            throw new WireException(BAD_GATEWAY, response.headers(), body);
        }
        JsonNode error = reply.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw new WireException(statusOf(error), response.headers(), body);
        }
        if ("refusal".equals(reply.path("stop_reason").asString(""))) {
            throw new ContentRefused();
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** What the error says of itself; gateways put the real status there. */
    private static int statusOf(JsonNode error) {
        int code = error.path("code").asInt(BAD_GATEWAY);
        return code >= 400 && code < 600 ? code : BAD_GATEWAY;
    }

    /** The provider answered that it will not grade this. */
    static final class ContentRefused extends RuntimeException {

        ContentRefused() {
            super("the model refused");
        }
    }
}
