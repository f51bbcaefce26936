package io.evenhand.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTests {

    private final AnswerGuard guard = new AnswerGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <!-- secret --> b",
                "a <span hidden>secret</span> b",
                "a <div style=\"display:none\">secret</div> b",
                "a <p style='color: white; '>secret</p> b",
                "a <p style=\"font-size:0\">secret</p> b",
                "a <script>secret words</script> b",
                "a <style>/* secret */</style> b",
                "a \\textcolor{white}{secret} b",
                "a <B HIDDEN>secret</B > b",
                "a \\phantom{\\phantom{x}secret} b",
                "a <div <!-- x --> hidden>secret</div> b"
            })
    void takesOutWhatARendererHides(String answer) {
        assertThat(view(answer)).isEqualTo("a b");
    }

    @Test
    void takesOutCommentsOfMarkdown() {
        assertThat(view("a\n[//]: # (secret)\nb")).isEqualTo("a\n\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<String> names = new ArrayList<>();",
                "if a < b and c > d then",
                "<div>shown</div>",
                "write `<!-- so -->` to comment",
                "```\n<div style=\"display:none\">x</div>\n```",
                "<div style=\"display:none\"> hides what follows until it is closed",
                "<!-- is how a comment begins",
                "<script>function f() { return 1; }</script>",
                "<p style=\"background-color:white\">shown</p>",
                "<p style=\"font-size:0.8em\">shown</p>",
                "\\textbf{shown} and \\frac{1}{2}",
                "[1]: # is an anchor"
            })
    void keepsWhatIsShown(String answer) {
        assertThat(view(answer)).isEqualTo(answer);
    }

    @Test
    void takesOneLookAtUnclosedOpenings() {
        String hostile = "<!--<b hidden>`<script>\\phantom{".repeat(600);

        assertThat(Markup.hiddenIn(hostile)).isEmpty();
    }

    @Test
    void looksOnlyAtTheStartOfABodyThatManyOpeningsShare() {
        String hostile = "<script>".repeat(2_000) + " words".repeat(300) + "{}</script>";

        assertThat(Markup.hiddenIn(hostile)).hasSize(1);
    }

    private String view(String answer) {
        return guard.view(answer, List.of()).text();
    }
}
