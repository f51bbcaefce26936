package io.evenhand.trust;

import io.evenhand.guard.AnswerGuard;
import io.evenhand.guard.Embedder;
import io.evenhand.guard.Flag;
import io.evenhand.guard.Inspection;
import io.evenhand.guard.Inspector;
import io.evenhand.platform.CommandLine;
import io.evenhand.semantic.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * {@code bin/flags}: has the detectors look at answers that people wrote, or at attacks and honest
 * texts, and prints whom they flag.
 */
public final class FlagsCommand {

    private final CommandLine options;
    private final AnswerGuard guard;
    private final Inspector inspector;
    private final Embedder embedder;

    private FlagsCommand(
            CommandLine options, AnswerGuard guard, Inspector inspector, Embedder embedder) {
        this.options = options;
        this.guard = guard;
        this.inspector = inspector;
        this.embedder = embedder;
    }

    public static void main(String[] arguments) throws IOException {
        CommandLine options = CommandLine.parse(arguments);
        try (var context = new AnnotationConfigApplicationContext("io.evenhand.guard");
                Rehearsal rehearsal = new Rehearsal()) {
            new FlagsCommand(
                            options,
                            context.getBean(AnswerGuard.class),
                            context.getBean(Inspector.class),
                            rehearsal.embedder())
                    .run();
        }
    }

    private void run() throws IOException {
        FlagCounts counts = new FlagCounts();
        for (FlaggedText text : texts()) {
            List<Flag> flags = flags(text);
            counts.add(text.group(), flags);
            show(text, flags);
        }
        options.out(counts.text());
    }

    private List<FlaggedText> texts() throws IOException {
        if (options.has("texts")) {
            return TextsFile.read(
                    Path.of(options.required("texts")), Path.of(options.required("questions")));
        }
        try (Stream<Path> files = Files.list(Path.of(options.required("data")))) {
            List<Path> sorted =
                    files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
            List<FlaggedText> all = new ArrayList<>();
            for (Path file : sorted) {
                String name = String.valueOf(file.getFileName());
                GoldFile.read(file, Integer.MAX_VALUE).stream()
                        .map(gold -> FlaggedText.of(name, gold))
                        .forEach(all::add);
            }
            return all;
        }
    }

    private List<Flag> flags(FlaggedText text) {
        return inspector.inspect(
                new Inspection(
                        text.answer(),
                        guard.view(text.answer(), List.of()),
                        text.question(),
                        text.modelAnswers(),
                        Optional.empty(),
                        Optional.of(embedder)));
    }

    /** With {@code --show CODE} who has that flag, with {@code --misses} who lacks a wanted one. */
    private void show(FlaggedText text, List<Flag> flags) {
        String code = options.or("show", "");
        for (Flag flag : flags) {
            if (flag.code().name().equals(code)) {
                options.out(
                        "%s %s %d-%d%n"
                                .formatted(text.group(), text.id(), flag.start(), flag.end()));
            }
        }
        boolean missed =
                !text.wanted().isEmpty()
                        && flags.stream().noneMatch(flag -> text.wanted().contains(flag.code()));
        if (options.has("misses") && missed) {
            options.out("missed: %s %s%n".formatted(text.group(), text.id()));
        }
    }
}
