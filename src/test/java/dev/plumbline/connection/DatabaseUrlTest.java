package dev.plumbline.connection;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgConnectOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    private static final String REACTIVE = "quarkus.datasource.reactive.url";
    private static final String JDBC = "quarkus.datasource.jdbc.url";

    @ParameterizedTest
    @CsvFileSource(resources = "/connection/urls.csv", numLinesToSkip = 1, delimiter = '|', emptyValue = "")
    void bothDriversGoWhereTheUrlPoints(
            String url, String user, String password, String host, int port, String database, String sslMode) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        Map<String, String> settings = parsed.settings();
        Properties jdbc = Driver.parseURL(settings.get(JDBC), new Properties());
        PgConnectOptions reactive = PgConnectOptions.fromUri(settings.get(REACTIVE));
        assertAll(
                () -> assertEquals(user, parsed.user()),
                () -> assertEquals(Optional.ofNullable(password), parsed.password()),
                () -> assertEquals(password, settings.get("quarkus.datasource.password")),
                () -> assertEquals(host, jdbc.getProperty("PGHOST")),
                () -> assertEquals(Integer.toString(port), jdbc.getProperty("PGPORT")),
                () -> assertEquals(database, jdbc.getProperty("PGDBNAME")),
                () -> assertEquals(sslMode, jdbc.getProperty("sslmode")),
                () -> assertEquals(host.replaceAll("[\\[\\]]", ""), reactive.getHost()),
                () -> assertEquals(port, reactive.getPort()),
                () -> assertEquals(database, reactive.getDatabase()),
                () -> assertEquals(
                        sslMode.toUpperCase().replace('-', '_'),
                        reactive.getSslMode().name()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/connection/malformed.csv", numLinesToSkip = 1, delimiter = '|')
    void aMalformedUrlIsRefusedByTheNameOfThePartAndNeverShown(String url, String part) {
        String message = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(url))
                .getMessage();
        assertTrue(message.startsWith(part + " is malformed"), message);
        assertFalse(message.contains("s3cr"), message);
    }

    @Test
    void optionsReachBothDrivers() {
        Map<String, String> settings = DatabaseUrl.parse(
                        "postgresql://u:p@h/d?options=-c%20search_path%3Dapp&application_name=deploy%20job")
                .settings();
        Properties jdbc = Driver.parseURL(settings.get(JDBC), new Properties());
        Map<String, String> reactive =
                PgConnectOptions.fromUri(settings.get(REACTIVE)).getProperties();
        assertEquals("-c search_path=app", jdbc.getProperty("options"));
        assertEquals("deploy job", jdbc.getProperty("ApplicationName"));
        assertEquals("-c search_path=app", reactive.get("options"));
        assertEquals("deploy job", reactive.get("application_name"));
    }

    @Test
    void aCertificateIsCheckedFromVerifyCaOn() {
        String url = "postgresql://u:p@h/d?sslrootcert=/certs/ca.pem&sslmode=";
        assertEquals("true", DatabaseUrl.parse(url + "prefer").settings().get("quarkus.datasource.reactive.trust-all"));
        assertEquals(DatabaseUrl.parse(url + "verify-ca"), DatabaseUrl.parse(url + "require"));
        Map<String, String> full = DatabaseUrl.parse(url + "verify-full").settings();
        assertFalse(full.containsKey("quarkus.datasource.reactive.trust-all"));
        assertEquals("/certs/ca.pem", full.get("quarkus.datasource.reactive.trust-certificate-pem.certs"));
        assertEquals("HTTPS", full.get("quarkus.datasource.reactive.hostname-verification-algorithm"));
        assertEquals(
                "/certs/ca.pem",
                Driver.parseURL(full.get(JDBC), new Properties()).getProperty("sslrootcert"));
    }

    @Test
    void itsTextHasNoPassword() {
        assertEquals(
                "postgresql://u@h:5432/d",
                DatabaseUrl.parse("postgresql://u:s3cret@h/d").toString());
    }
}
