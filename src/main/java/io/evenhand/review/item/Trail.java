package io.evenhand.review.item;

import io.evenhand.grading.GradingId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The answers that a browser showed last, oldest first, so that one can go back over them: ids in a
 * cookie, which any instance reads.
 */
record Trail(List<GradingId> seen) {

    private static final String COOKIE = "evenhand-trail";
    private static final int MOST = 30;

    static Trail of(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        String value = cookie == null ? "" : cookie.getValue();
        return new Trail(
                Arrays.stream(value.split("\\."))
                        .limit(MOST)
                        .map(GradingId::new)
                        .filter(GradingId::isWellFormed)
                        .toList());
    }

    /** How many steps back an answer is, if the address says so and it is true. */
    private int steps(GradingId id, ServerWebExchange exchange) {
        int back =
                Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst("back"))
                        .filter(given -> given.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .orElse(0);
        int place = seen.size() - 1 - back;
        return place >= 0 && seen.get(place).equals(id) ? back : 0;
    }

    /** Notes that an answer is shown now; where the one before it is, as a part of an address. */
    Optional<String> shown(GradingId id, ServerWebExchange exchange) {
        int back = steps(id, exchange);
        if (back == 0 && (seen.isEmpty() || !seen.getLast().equals(id))) {
            List<GradingId> longer = new ArrayList<>(seen);
            longer.add(id);
            Trail now = new Trail(longer.subList(Math.max(0, longer.size() - MOST), longer.size()));
            now.keep(exchange);
            return now.before(0);
        }
        return before(back);
    }

    private Optional<String> before(int back) {
        int place = seen.size() - 2 - back;
        return place < 0 ? Optional.empty() : Optional.of(seen.get(place) + "?back=" + (back + 1));
    }

    private void keep(ServerWebExchange exchange) {
        String value = String.join(".", seen.stream().map(GradingId::value).toList());
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(COOKIE, value)
                                .path("/review")
                                .httpOnly(true)
                                .secure(exchange.getRequest().getSslInfo() != null)
                                .sameSite("Strict")
                                .build());
    }
}
