package io.evenhand.interviews;

import io.evenhand.platform.StrictJson;
import io.evenhand.platform.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The interviews that come with a bank of the service. */
@Component
class ShippedInterviews {

    private static final Set<String> BANKS = Set.of("ai-engineer");

    private final YAMLMapper yaml = new YAMLMapper();
    private final JsonMapper plain = new JsonMapper();
    private final StrictJson json;

    ShippedInterviews(StrictJson json) {
        this.json = json;
    }

    Optional<List<Interview>> read(String bank) {
        if (!BANKS.contains(bank)) {
            return Optional.empty();
        }
        try {
            byte[] file =
                    new ClassPathResource("bank/" + bank + "/interviews.yaml")
                            .getContentAsByteArray();
            return Optional.of(read(plain.writeValueAsBytes(yaml.readTree(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Interview> read(byte[] file) {
        Violations violations = new Violations();
        List<InterviewDocument> documents =
                json.read(file, FileDocument.class, violations).interviews();
        List<Interview> found = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            documents.get(i).read("/interviews/" + i, violations).ifPresent(found::add);
        }
        violations.refuseIfAny();
        return found;
    }

    /** The whole file. */
    private record FileDocument(List<InterviewDocument> interviews) {}
}
