package dev.plumbline.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.caller.IssuersConfig;
import dev.plumbline.connection.DatabaseConfig;
import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.publication.EventsConfig;
import dev.plumbline.publication.SinksConfig;
import dev.plumbline.verification.VerificationConfig;
import dev.plumbline.watch.WatchConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                DatabaseConfig.class,
                EventsConfig.class,
                IssuersConfig.class,
                MigrationConfig.class,
                SinksConfig.class,
                VerificationConfig.class,
                WatchConfig.class
            })
    void whatCanBeSetIsASetting(Class<?> mapping) {
        List<String> names = ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
                .map(name -> name.replace("[*]", "[0]").replace("*", "name"))
                .toList();
        assertThat(names.size(), greaterThan(0));
        assertEquals(List.of(), Misspelt.of(names));
    }

    @Test
    void whatTheReadmeNamesIsASetting() throws IOException {
        List<String> names = Pattern.compile("(?m)^\\| `(plumbline\\.[^`<]+)`")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .map(row -> row.replaceAll("[|` ]", ""))
                .toList();
        assertThat(names.size(), greaterThan(10));
        assertEquals(List.of(), Misspelt.of(names));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plumbline.watch.evry",
                "plumbline.migration.at.strat",
                "plumbline.database",
                "plumbline.securty",
                "plumbline.issuers.cluster.audence"
            })
    void whatIsNoneIsTold(String name) {
        assertEquals(List.of(name), Misspelt.of(List.of("quarkus.http.port", name)));
    }

    @Test
    void whatKubernetesSaysOfServicesIsNotTold() {
        assertEquals(
                List.of(),
                Misspelt.of(
                        Stream.of("service.host", "port", "service.port.http", "port[8080]tcp.addr", "db.service.host")
                                .map("plumbline."::concat)
                                .toList()));
    }
}
