package io.evenhand.authoring.lint;

import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for one sort of mistake, without asking anybody. */
interface RubricCheck extends Function<Subject, Stream<Finding>> {}
