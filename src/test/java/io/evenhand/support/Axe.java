package io.evenhand.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at a page for what keeps people out, by the rules of WCAG 2.2 AA. */
public final class Axe {

    private Axe() {}

    public static List<?> seriousProblems(ChromeDriver browser) throws IOException {
        try (var axe = Axe.class.getResourceAsStream("/axe.min.js")) {
            browser.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>)
                browser.executeAsyncScript(
                        """
                        const done = arguments[0];
                        axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                          .then(r => done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact))
                            .map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '))));
                        """);
    }
}
