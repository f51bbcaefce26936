package io.evenhand.semantic.lexical;

import java.util.List;

/** Some measures that belong together. */
interface Family {

    /** In the order of the values. */
    List<String> names();

    double[] of(Trio texts);
}
