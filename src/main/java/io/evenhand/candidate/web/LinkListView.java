package io.evenhand.candidate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Links, oldest first. */
@Schema(name = "CandidateLinks")
record LinkListView(List<LinkView> items) {}
