package io.evenhand.interviews.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Points to the next page of a list. */
final class NextPage {

    private NextPage() {}

    /**
     * @param path of the list, encoded, with what its query says beside cursor and limit
     */
    static ResponseEntity.BodyBuilder response(
            String path, Paging paging, @Nullable String cursor) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        return cursor == null
                ? response
                : response.header(
                        HttpHeaders.LINK,
                        "<%s%slimit=%d&cursor=%s>; rel=\"next\""
                                .formatted(
                                        path,
                                        path.contains("?") ? "&" : "?",
                                        paging.limit(),
                                        cursor));
    }
}
