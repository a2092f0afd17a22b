package dev.plumbline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final SchemaObject AUTH = object("schema auth", null);
    private static final SchemaObject USERS = object("table auth.users", "schema auth");
    private static final SchemaObject PUBLIC = object("schema public", null);
    private static final SchemaObject LEADS = object("table public.leads", "schema public");
    private static final SchemaObject ON_USERS = object("trigger auth.users.t", "table auth.users");
    private static final SchemaObject HSTORE = object("extension hstore", "schema auth");
    private static final Migration FIRST = new Migration(Optional.of("1"), "first \"quoted\"\n", Optional.of(-7));

    private final Contract contract = Contract.of(
            List.of(FIRST), schema(AUTH, USERS, PUBLIC), schema(AUTH, USERS, PUBLIC, LEADS, ON_USERS, HSTORE));

    @Test
    void aSchemaInWhichTheMigrationsMakeSomethingIsTheirs() {
        assertEquals(Set.of("schema public"), contract.owned());
        assertEquals(Set.of("schema auth"), contract.elsewhere());
    }

    @Test
    void elsewhereOnlyWhatTheyMakeIsTheirs() {
        assertEquals(schema(PUBLIC, LEADS, ON_USERS, HSTORE), contract.schema());
    }

    @Test
    void whateverElseIsInTheirSchemasIsCoveredAndInOthersIsNot() {
        SchemaObject strayTable = object("table public.stray", "schema public");
        SchemaObject strayColumn = object("column public.stray.a", "table public.stray");
        SchemaObject strayOnUsers = object("trigger auth.users.stray", "table auth.users");
        SchemaObject straySchema = object("schema stray", null);
        Schema actual = schema(
                AUTH, USERS, PUBLIC, LEADS, ON_USERS, HSTORE, strayTable, strayColumn, strayOnUsers, straySchema);
        assertEquals(
                schema(PUBLIC, LEADS, ON_USERS, HSTORE, strayTable, strayColumn, straySchema),
                actual.only(object -> contract.covers(object, actual::object)));
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        assertEquals(contract, read(ContractFile.write(contract)));
        assertEquals(spelled(), read(ContractFile.write(spelled())));
    }

    @Test
    void whatAnotherMajorPrintsOtherwiseIsTheSame() {
        SchemaObject printed = view("SELECT leads.a");
        assertEquals(view("SELECT a"), spelled().inOurWords(printed, 15));
        assertEquals(printed, spelled().inOurWords(printed, 16));
        assertEquals(view("SELECT b"), spelled().inOurWords(view("SELECT b"), 15));
    }

    private static Contract spelled() {
        return of(view("SELECT a")).alsoOn(15, of(view("SELECT leads.a")));
    }

    private static Contract of(SchemaObject view) {
        return Contract.of(List.of(FIRST), schema(PUBLIC), schema(PUBLIC, view));
    }

    private static SchemaObject view(String definition) {
        return new SchemaObject("view public.v", "schema public", Map.of("definition", definition, "owner", "$owner"));
    }

    @Test
    void anObjectTakesALine() {
        assertEquals(
                contract.schema().size(),
                ContractFile.write(contract)
                        .lines()
                        .filter(line -> line.startsWith("{\"path\""))
                        .count());
    }

    @Test
    void whatIsNoContractIsRefused() {
        for (String text : List.of("", "{", "{}", "{\"owned\":[],\"elsewhere\":[],\"migrations\":[]}")) {
            assertThrows(IllegalArgumentException.class, () -> read(text));
        }
    }

    private static Contract read(String text) {
        return ContractFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static SchemaObject object(String path, String parent) {
        return new SchemaObject(path, parent, Map.of("owner", "$owner"));
    }

    private static Schema schema(SchemaObject... objects) {
        return new Schema(Arrays.asList(objects));
    }
}
