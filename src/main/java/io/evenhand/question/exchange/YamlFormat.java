package io.evenhand.question.exchange;

import io.evenhand.platform.Violation;
import io.evenhand.question.EntryDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** YAML with a list of questions, as the shipped files have it. */
final class YamlFormat implements Format {

    private static final String QUESTIONS = "questions";

    /** In code points; above the largest body that the service takes. */
    private static final int LONGEST = 16 << 20;

    private final YAMLMapper mapper =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .loadSettings(
                                            LoadSettings.builder()
                                                    .setCodePointLimit(LONGEST)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                                    .disable(YAMLWriteFeature.SPLIT_LINES)
                                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    @Override
    public List<FileEntry> read(String text, Consumer<Violation> wrong) {
        Lines lines = new Lines();
        try {
            if (!isPlain(text, lines, wrong)) {
                return List.of();
            }
            return entries(mapper.readTree(text), lines, wrong);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            wrong.accept(Violation.atLine(line, "", "is not YAML from here on"));
            return List.of();
        }
    }

    @Override
    public String write(List<EntryDocument> entries) {
        return mapper.writeValueAsString(Map.of(QUESTIONS, entries));
    }

    /**
     * Learns where everything stands, and whether it stands there itself: an alias would be read as
     * its name, and a parser that followed it could be made to unfold a small file without end.
     */
    private boolean isPlain(String text, Lines lines, Consumer<Violation> wrong) {
        boolean plain = true;
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                int line = parser.currentTokenLocation().getLineNr();
                lines.add(pointer, line);
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    wrong.accept(
                            Violation.atLine(
                                    line, pointer, "is an alias: write what it stands for"));
                    plain = false;
                }
            }
        }
        return plain;
    }

    private static List<FileEntry> entries(JsonNode root, Lines lines, Consumer<Violation> wrong) {
        JsonNode questions = root.path(QUESTIONS);
        if (!questions.isArray() || questions.isEmpty()) {
            wrong.accept(
                    Violation.atLine(
                            lines.of("/" + QUESTIONS),
                            "/" + QUESTIONS,
                            "is missing or no list of questions"));
            return List.of();
        }
        root.propertyNames().stream()
                .filter(name -> !name.equals(QUESTIONS))
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .map(at -> Violation.atLine(lines.of(at), at, "is not a field of such a file"))
                .forEach(wrong);
        List<FileEntry> entries = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            entries.add(new FileEntry(questions.get(i), "/" + QUESTIONS + "/" + i, lines::of));
        }
        return entries;
    }
}
