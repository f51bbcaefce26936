package io.evenhand.interviews.web;

import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What results are given out as. */
enum FileFormat {
    JSON_FILE(MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_JSON_VALUE, "json"),
    CSV_FILE(FileFormat.CSV, FileFormat.CSV + ";charset=UTF-8;header=present", "csv"),
    XLSX_FILE(FileFormat.XLSX, FileFormat.XLSX, "xlsx");

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MediaType accepted;
    private final MediaType sent;
    private final String ending;

    FileFormat(String accepted, String sent, String ending) {
        this.accepted = MediaType.parseMediaType(accepted);
        this.sent = MediaType.parseMediaType(sent);
        this.ending = ending;
    }

    /** The first of what the client takes that is served; a wildcard takes JSON. */
    static FileFormat wanted(HttpHeaders headers) {
        return headers.getAccept().stream()
                .flatMap(
                        type ->
                                Arrays.stream(values())
                                        .filter(format -> type.includes(format.accepted))
                                        .limit(1))
                .findFirst()
                .orElse(JSON_FILE);
    }

    MediaType mediaType() {
        return sent;
    }

    String ending() {
        return ending;
    }
}
