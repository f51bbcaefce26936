package io.evenhand.candidate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.candidate.appeal.Appeals;
import io.evenhand.candidate.link.Link;
import io.evenhand.candidate.link.Links;
import io.evenhand.candidate.link.Target;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store of links and appeals does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CandidateStoreContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId RIVAL = new TenantId("rival");
    private static final GradingId GRADING = new GradingId("01KB0000000000000000000001");
    private static final GradingId OTHER = new GradingId("01KB0000000000000000000002");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestDatabase database = open();
    private final Links links = new JdbcLinks(database.jdbc());
    private final Appeals appeals =
            new JdbcAppeals(database.jdbc(), new StorageJson(), TestVaults.vault());

    abstract TestDatabase open();

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void findsLinksByTheirTenantAndTarget() {
        Link one = link("01KB0000000000000000000011", new Target.OneGrading(GRADING));
        Link all = link("01KB0000000000000000000012", new Target.WholeInterview("ml", "c-\uD800"));

        assertThat(links.find(ACME, one.id())).contains(one);
        assertThat(links.find(RIVAL, one.id())).isEmpty();
        assertThat(links.of(ACME, one.target())).containsExactly(one);
        assertThat(links.of(ACME, new Target.OneGrading(OTHER))).isEmpty();
        assertThat(links.of(ACME, all.target())).extracting(Link::id).containsExactly(all.id());
        assertThat(links.of(RIVAL, all.target())).isEmpty();
    }

    @Test
    void revokesOnceAndOnlyOnesOwn() {
        Link one = link("01KB0000000000000000000011", new Target.OneGrading(GRADING));
        links.revoke(RIVAL, one.id(), NOW);
        assertThat(links.find(ACME, one.id()).orElseThrow().isGoodAt(NOW)).isTrue();

        links.revoke(ACME, one.id(), NOW);
        links.revoke(ACME, one.id(), NOW.plusSeconds(9));

        assertThat(links.find(ACME, one.id()).orElseThrow().revokedAt()).contains(NOW);
    }

    @Test
    void forgetsLinksOfACandidate() {
        link("01KB0000000000000000000011", new Target.OneGrading(GRADING));
        Link other = link("01KB0000000000000000000012", new Target.OneGrading(OTHER));
        link("01KB0000000000000000000013", new Target.WholeInterview("ml", "c-1"));
        links.drop(RIVAL, GRADING, Optional.of("c-1"));
        links.drop(ACME, GRADING, Optional.of("c-1"));

        assertThat(database.jdbc().sql("select id from candidate_link").query(String.class).list())
                .containsExactly(other.id());
    }

    @Test
    void forgetsLinksThatAreOver() {
        Link one = link("01KB0000000000000000000011", new Target.OneGrading(GRADING));
        Link revoked = link("01KB0000000000000000000012", new Target.OneGrading(OTHER));
        links.revoke(ACME, revoked.id(), NOW);

        assertThat(links.dropOverSince(NOW)).isZero();
        assertThat(links.dropOverSince(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(links.find(ACME, one.id())).contains(one);
        assertThat(links.find(ACME, revoked.id())).isEmpty();
        assertThat(links.dropOverSince(one.expiresAt())).isZero();
        assertThat(links.dropOverSince(one.expiresAt().plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void takesOneAppealAgainstEachGrade() {
        assertThat(appeals.add(appeal(ACME, 1, "First \u0000\uD800."))).isTrue();
        assertThat(appeals.add(appeal(ACME, 1, "Again."))).isFalse();
        assertThat(appeals.add(appeal(ACME, 2, "Next."))).isTrue();
        assertThat(appeals.add(appeal(RIVAL, 1, "Theirs."))).isTrue();

        assertThat(appeals.of(ACME, GRADING))
                .extracting(Appeal::reason)
                .containsExactly("First \u0000\uD800.", "Next.");
        assertThat(appeals.of(ACME, OTHER)).isEmpty();
    }

    @Test
    void saysWhatCameOfAnAppealAndTakesItBack() {
        appeals.add(appeal(ACME, 1, "First."));
        appeals.add(appeal(RIVAL, 1, "Theirs."));
        Appeal.Decision what = new Appeal.Decision(NOW.plusSeconds(5), true);

        appeals.decide(ACME, GRADING, 1, Optional.of(what));

        assertThat(appeals.of(ACME, GRADING).getFirst().decision()).contains(what);
        assertThat(appeals.of(RIVAL, GRADING).getFirst().decision()).isEmpty();
        appeals.decide(ACME, GRADING, 1, Optional.empty());
        assertThat(appeals.of(ACME, GRADING).getFirst().decision()).isEmpty();
        appeals.drop(ACME, GRADING);
        assertThat(appeals.of(ACME, GRADING)).isEmpty();
        assertThat(appeals.of(RIVAL, GRADING)).hasSize(1);
    }

    private Link link(String id, Target target) {
        Link link = new Link(ACME, id, target, "ann", NOW, NOW.plusSeconds(60), Optional.empty());
        links.add(link);
        return link;
    }

    private static Appeal appeal(TenantId tenant, int revision, String reason) {
        return new Appeal(
                tenant, GRADING, revision, reason, NOW, new BigDecimal("2.50"), Optional.empty());
    }
}
