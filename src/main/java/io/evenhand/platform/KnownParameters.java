package io.evenhand.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that an operation of the API has: those that its documentation names. */
final class KnownParameters {

    private final Map<Method, Set<String>> names = new ConcurrentHashMap<>();

    /** In the order of the alphabet. */
    Set<String> of(HandlerMethod operation) {
        return names.computeIfAbsent(operation.getMethod(), method -> read(operation));
    }

    private static Set<String> read(HandlerMethod operation) {
        MergedAnnotations annotations = MergedAnnotations.from(operation.getMethod());
        Stream<String> documented =
                Stream.concat(
                                annotations.stream(Operation.class)
                                        .flatMap(KnownParameters::parameters),
                                annotations.stream(Parameter.class))
                        .filter(p -> p.getEnum("in", ParameterIn.class) == ParameterIn.QUERY)
                        .map(p -> p.getString("name"));
        Stream<String> read =
                Arrays.stream(operation.getMethodParameters())
                        .filter(p -> p.hasParameterAnnotation(RequestParam.class))
                        .filter(p -> !Map.class.isAssignableFrom(p.getParameterType()))
                        .map(KnownParameters::name);
        return Stream.concat(documented, read).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MergedAnnotation<Parameter>> parameters(
            MergedAnnotation<Operation> operation) {
        return Arrays.stream(operation.getAnnotationArray("parameters", Parameter.class));
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? parameter.getParameter().getName()
                : annotation.name();
    }
}
