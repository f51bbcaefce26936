package io.evenhand.interviews.web;

import io.evenhand.interviews.result.CandidateResult;
import java.util.List;

/** Writes results piece by piece; one for each file, since it may know how far it got. */
interface SheetFormat {

    /** What stands before the first result. */
    byte[] head();

    byte[] body(List<CandidateResult> results);

    /** What stands after the last one. */
    byte[] tail();
}
