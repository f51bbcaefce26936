package io.evenhand.batch.web;

import java.util.List;

/** How results are written. */
interface ResultFormat {

    /** What stands before the first of them. */
    String head();

    String body(List<Result> results);
}
