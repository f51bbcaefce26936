package io.evenhand.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.audit.Seals;
import io.evenhand.platform.CommandLine;
import io.evenhand.platform.TenantId;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the command says of a running service's audit. */
@ExtendWith(OutputCaptureExtension.class)
class AuditCommandTests extends ApiTestBase {

    @Autowired Seals seals;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void saysWhetherItIsWholeAndWhatToKeep(CapturedOutput output) throws Exception {
        api.post(Api.BODY);
        transactions.execute(status -> seals.seal(TenantId.LOCAL, 1_000_000));

        assertThat(command().verify()).isZero();

        assertThat(output.getOut()).contains("whole: ").containsPattern("seal \\d+: sha256:");
        command().seals();
        assertThat(output.getOut()).contains("\"root\":\"sha256:");
    }

    @Test
    void endsWithAFaultAndNamesTheFirst(CapturedOutput output) throws Exception {
        String id = api.post(Api.BODY).id();
        change(id, "'nobody'");
        try {
            assertThat(command().verify()).isOne();
        } finally {
            change(id, "'local'");
        }

        assertThat(output.getOut())
                .contains("BROKEN", "ENTRY_CHANGED gradingId " + id + " entry 1");
        assertThat(command().verify()).isZero();
        assertThat(command("--seal", "sha256:" + "0".repeat(64)).verify()).isOne();
        assertThat(output.getOut()).contains("SEAL_UNKNOWN");
    }

    private void change(String id, String actor) {
        jdbc.sql(
                        "update grading_event set actor = "
                                + actor
                                + " where seq = 1 and grading_id = :id")
                .param("id", id)
                .update();
    }

    private AuditCommand command(String... options) {
        String[] all = java.util.Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--url";
        all[options.length + 1] = api.url("");
        return new AuditCommand(CommandLine.parse(all), Optional.empty());
    }
}
