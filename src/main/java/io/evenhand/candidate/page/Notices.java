package io.evenhand.candidate.page;

import io.evenhand.candidate.CandidateSettings;
import io.evenhand.grading.TextLife;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says to candidates how they are graded, how long it is kept, and whom they can ask. */
@Component
class Notices {

    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");

    private final CandidateSettings settings;
    private final TextLife life;

    Notices(CandidateSettings settings, TextLife life) {
        this.settings = settings;
        this.life = life;
    }

    /** In paragraphs. */
    List<String> of(TenantId tenant, PageWords words) {
        CandidateSettings.Shown shown = settings.of(tenant);
        List<String> own =
                Optional.ofNullable(shown.notice().get(words.language()))
                        .map(text -> EMPTY_LINE.splitAsStream(text.strip()).toList())
                        .orElseGet(words::notice);
        String kept =
                life.of(tenant)
                        .map(time -> words.say("notice.kept", Math.max(1, time.toDays())))
                        .orElseGet(() -> words.say("notice.kept.open"));
        String contact =
                shown.whomToAsk()
                        .map(whom -> words.say("notice.contact", whom))
                        .orElseGet(() -> words.say("notice.contact.none"));
        return Stream.concat(own.stream(), Stream.of(kept, contact)).toList();
    }
}
