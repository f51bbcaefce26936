package io.evenhand.question.exchange;

import io.evenhand.question.Arrival;
import io.evenhand.question.QuestionStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The banks of questions that come with the service: a folder of YAML files each. */
@Component
public class ShippedBanks {

    public static final String AI_ENGINEER = "ai-engineer";

    private static final Set<String> NAMES = Set.of(AI_ENGINEER);

    /** Not questions, but what is made of them. */
    private static final String INTERVIEWS = "interviews.yaml";

    private final FileReader reader;

    ShippedBanks(FileReader reader) {
        this.reader = reader;
    }

    /**
     * @param otherwise the status of questions that name none
     */
    Optional<List<Arrival>> read(String name, QuestionStatus otherwise) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try {
            List<Arrival> entries = new ArrayList<>();
            for (Resource file : files(name)) {
                entries.addAll(
                        reader.read(
                                FileType.YAML.format(),
                                file.getContentAsByteArray(),
                                Optional.of(otherwise)));
            }
            return Optional.of(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> files(String name) throws IOException {
        Resource[] all =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:bank/" + name + "/*.yaml");
        return Arrays.stream(all)
                .filter(file -> !INTERVIEWS.equals(file.getFilename()))
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }
}
