package io.evenhand;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The house style, as far as a machine can see it. */
@AnalyzeClasses(packages = "io.evenhand", importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTests {

    private static final Path SOURCES = Path.of("src/main/java");

    /** The first type of a file, with what stands before it. */
    private static final Pattern FIRST_TYPE =
            Pattern.compile(
                    "(?m)^(public |final |abstract |sealed |non-sealed )*(class|record|interface|enum|@interface) \\w");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields()
                    .should()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .orShould()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                    .orShould()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .orShould()
                    .beAnnotatedWith("jakarta.annotation.Resource");

    @ArchTest
    static final ArchRule nothingBlocks =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "it blocks",
                                    (JavaMethodCall call) ->
                                            call.getName().startsWith("block")
                                                    && (call.getTargetOwner()
                                                                    .isAssignableTo(Mono.class)
                                                            || call.getTargetOwner()
                                                                    .isAssignableTo(Flux.class))));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule logsThroughOneApi =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.util.logging..",
                                    "org.apache.commons.logging..",
                                    "lombok.."));

    @ArchTest
    static final ArchRule writesToNoConsole =
            noClasses()
                    .that()
                    // commands have nothing but the console
                    .doNotHaveSimpleName("CommandLine")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule hasNoSetters =
            noMethods()
                    .that()
                    .areNotStatic()
                    .and()
                    .areNotPrivate()
                    .should()
                    .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule fieldsAreNotPublic =
            fields().that()
                    .doNotHaveModifier(JavaModifier.STATIC)
                    .and()
                    .areDeclaredInClassesThat(not(nameMatching(".*\\$.*")))
                    .should()
                    .notBePublic();

    @ArchTest
    static final ArchRule asksTheClockForTheTime =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "it asks the machine for the time",
                                    (JavaMethodCall call) ->
                                            call.getName().equals("now")
                                                    && call.getTarget()
                                                            .getRawParameterTypes()
                                                            .isEmpty()
                                                    && isTime(call.getTargetOwner())))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule comparesKeysInATimeThatDoesNotDependOnThem =
            classes()
                    .that()
                    .haveFullyQualifiedName("io.evenhand.access.ApiKeys")
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule controllersKnowNoStore =
            noClasses()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("..store..")
                                    .or(nameMatching("io.evenhand.grading.Gradings"))
                                    .or(nameMatching("io.evenhand.question.Questions"))
                                    .or(JavaClass.Predicates.assignableTo(JdbcClient.class)));

    @ArchTest
    static final ArchRule onlyStoresSpeakSql =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..store..", "io.evenhand.platform..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("java.sql..", "org.springframework.jdbc.."));

    @ArchTest
    static final ArchRule onlyTheEdgeOfModelsKnowsTheirLibraries =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.evenhand.llm..", "io.evenhand.semantic..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "dev.langchain4j..",
                                    "ai.onnxruntime..",
                                    "io.github.resilience4j.."));

    @ArchTest
    static final ArchRule onlyTheEdgesKnowTopics =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.evenhand.platform.topic..",
                            "io.evenhand.dispatch.requests..",
                            "io.evenhand.delivery.topic..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.apache.kafka..",
                                    "org.springframework.kafka..",
                                    "io.evenhand.platform.topic.."));

    @ArchTest
    static final ArchRule storesAreHidden =
            classes().that().areAnnotatedWith(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllersAreHidden =
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule aggregatesKnowNoSpring =
            noClasses()
                    .that()
                    .resideInAPackage("io.evenhand.grading.scoring")
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.springframework.."));

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(
                        name ->
                                assertThat(
                                                Class.forName(name + ".package-info")
                                                        .isAnnotationPresent(NullMarked.class))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void everyTypeSaysWhatItIsFor() {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(
                        file -> {
                            String text = Files.readString(file);
                            var type = FIRST_TYPE.matcher(text);
                            if (type.find()) {
                                String head = text.substring(0, type.start());
                                assertThat(head).as(file.toString()).contains("/**");
                            }
                        });
    }

    private static boolean isTime(JavaClass type) {
        return Stream.of(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        OffsetDateTime.class,
                        ZonedDateTime.class)
                .anyMatch(type::isEquivalentTo);
    }

    private static List<String> packages() {
        return sources().stream()
                .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                .distinct()
                .toList();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
