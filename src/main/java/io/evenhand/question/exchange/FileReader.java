package io.evenhand.question.exchange;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violation;
import io.evenhand.platform.Violations;
import io.evenhand.question.Arrival;
import io.evenhand.question.EntryDocument;
import io.evenhand.question.QuestionStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the questions of a file, or refuses it with everything that is wrong with any of them. */
@Component
class FileReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Escapes keep half a character what it is, so that it is found and refused. */
    private final JsonMapper escaping =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final StrictJson json;

    FileReader(StrictJson json) {
        this.json = json;
    }

    /**
     * @param otherwise the status of questions that name none; if empty, they are drafts unless the
     *     bank knows better
     */
    List<Arrival> read(Format format, byte[] file, Optional<QuestionStatus> otherwise) {
        Violations violations = new Violations();
        List<FileEntry> found = format.read(text(file), wrong -> violations.addAll(List.of(wrong)));
        Set<String> ids = new HashSet<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (FileEntry each : found) {
            Violations own = new Violations();
            Optional<Arrival> arrival = arrival(each, otherwise, own);
            arrival.ifPresent(
                    a -> own.require(ids.add(a.entry().id()), "/id", "stands twice in the file"));
            violations.addAll(own.all().stream().map(each::inFile).toList());
            arrival.ifPresent(arrivals::add);
        }
        refuse(violations);
        return arrivals;
    }

    private Optional<Arrival> arrival(
            FileEntry entry, Optional<QuestionStatus> otherwise, Violations own) {
        try {
            byte[] body = escaping.writeValueAsBytes(entry.node());
            EntryDocument document = json.read(body, EntryDocument.class, own);
            boolean named = document.status() != null || otherwise.isPresent();
            return document.read(otherwise.orElse(QuestionStatus.DRAFT), own)
                    .map(read -> new Arrival(read, named));
        } catch (Refusal unreadable) {
            own.addAll(
                    unreadable.violations().stream()
                            .map(v -> Violation.at(String.valueOf(v.pointer()), typed(v.message())))
                            .toList());
            return Optional.empty();
        }
    }

    private static String typed(String message) {
        return message.replace("JSON type", "type: a text that looks like a number needs quotes");
    }

    private static void refuse(Violations violations) {
        if (!violations.isEmpty()) {
            throw new Refusal(
                    ProblemCode.VALIDATION_FAILED,
                    "Nothing was imported: see errors for each thing to mend.",
                    violations.all());
        }
    }

    private static String text(byte[] file) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(ProblemCode.MALFORMED_BODY, "The file is not UTF-8.");
        }
    }
}
