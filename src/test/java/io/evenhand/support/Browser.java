package io.evenhand.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of this machine, without looking for another one on the network. */
public final class Browser {

    private Browser() {}

    public static ChromeDriver open() {
        return open(Map.of());
    }

    /** One whose reader has turned scripts off. */
    public static ChromeDriver openWithoutScripts() {
        return open(Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    private static ChromeDriver open(Map<String, Object> preferences) {
        ChromeDriverService driver =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver").toFile())
                        .build();
        ChromeOptions options =
                new ChromeOptions()
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--window-size=1440,1000",
                                "--no-first-run");
        options.setExperimentalOption("prefs", preferences);
        options.setBinary(onPath("chromium").toFile());
        return new ChromeDriver(driver, options);
    }

    /** The screen of a phone; a window cannot be made that narrow. */
    public static void asPhone(ChromeDriver browser) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    }

    public static void asDesk(ChromeDriver browser) {
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static Path onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        program + " is not installed; bin/verify installs it"));
    }
}
