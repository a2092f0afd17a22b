package dev.plumbline.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of statements, and what is not. */
class SecretsTest {

    private final Secrets secrets = new Secrets(Map.of("api_key", "k-123456", "shop", "corner"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role a login password 'hunter2'",
                "create role a password U&'hunter2'",
                "create role a password U&'\\0068unter2' uescape '\\' valid until 'hunter2'",
                "create role a password /* new */ 'hunter2'",
                "create role a password -- it's new\n 'hunter2'",
                "create role a password /* /* it's */ new */ 'hunter2'",
                "create role a password E'it\\'s hunter2'",
                "create role a password E'\\\\' 'hunter2'",
                "create role a password 'it''s hunter2'",
                "create role a password 'hun'\n'hunter2'",
                "create role a password $$hunter2$$",
                "create role a password $it's$hunter2$it's$",
                "create role a password $of$hunter2$of$",
                "create role a password 'hunter2",
                "do $$ begin execute 'create role a password ''hunter2'''; end $$",
                "do $x$ begin execute format($$alter role a password %L$$, 'hunter2'); end $x$",
                "do 'begin create role a password ''hunter2''; end'",
                "create user mapping for a server b options (user 'a', \"password\" 'hunter2')",
                "create user mapping for a server b options (passwd 'hunter2')",
                "create user mapping for a server b options (key 'hunter2')",
                "alter database d set app.jwt_secret to 'hunter2'",
                "alter database d set \"app.secret\" = hunter2",
                "set app.api_key to hunter2",
                "select vault.create_secret('hunter2', 'name')",
                "select * from dblink('host=h user=u pass=hunter2', 'select 1') t (a integer)",
                "create subscription s connection 'host=h options=hunter2' publication p",
                "insert into a values (crypt('hunter2', gen_salt('bf')))",
                "insert into a values ('postgresql://u:hunter2@host/db')",
                "select 1 -- the token is hunter2",
                "select 1 /* token: hunter2 */",
            })
    void nothingThatCanBeASecretIsShown(String sql) {
        String shown = secrets.hide(sql);
        assertFalse(shown.contains("hunter2"), shown);
        assertTrue(shown.contains("***"), shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (note text default 'it''s -- fine', b text check (b in ('x', 'y')))",
                "do $$ begin raise notice 'made %', $1; end $$",
                "create role a password null",
                "comment on table a is 'see https://example.com:443/path'",
            })
    void theRestIsShownAsItIs(String sql) {
        assertEquals(sql, secrets.hide(sql));
        assertFalse(secrets.areIn(sql));
    }

    @Test
    void aBlockOfCodeIsShownWithoutItsLiterals() {
        assertEquals(
                "do $$ begin perform a('***'); if token = '***' then raise '***'; end if; end $$",
                secrets.hide("do $$ begin perform a('x'); if token = 'y' then raise 'z'; end if; end $$"));
    }

    @Test
    void aPlaceholderIsHiddenIfItsNameTellsOfASecret() {
        assertEquals("select '***', 'corner'", secrets.hide("select 'k-123456', 'corner'"));
        assertTrue(secrets.areIn("select 'k-123456'"));
    }

    @Test
    void whatIsSaidOfAStatementDoesNotQuoteIt() {
        assertEquals(
                "syntax error at or near \"'***'\"",
                secrets.hide("syntax error at or near \"'hunter2'\"", "create role a pasword 'x' password 'hunter2'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role a password 'hunter2'",
                "alter database d set app.jwt_secret to 'hunter2'",
                "select vault.create_secret('hunter2')",
                "create user mapping for a server b options (\"password\" 'hunter2')",
                "do $$ begin execute 'create role a password ''hunter2'''; end $$",
            })
    void oneIsThereForCertain(String sql) {
        assertTrue(secrets.areIn(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (tokens integer default 0, kind text default 'x' check (kind in ('token', 'secret')))",
                "comment on column a.token is 'how many'",
                "select coalesce(token, '') from a",
            })
    void oneIsNot(String sql) {
        assertFalse(secrets.areIn(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headers := '{\"Authorization\": \"Bearer eyJhbGciOiJIUzI1NiJ9.hunter2.hunter2\"}'",
                "dblink_connect('postgresql://app:hunter2@there/db')",
                "key := 'sk_live_hunter2hunter2'",
                "'ghp_hunter2hunter2'",
                "'xoxb-hunter2-hunter2'",
                "'whsec_hunter2hunter2'",
            })
    void aDefinitionIsShownWithoutItsKeys(String definition) {
        String shown = Secrets.hideKeys(definition);
        assertFalse(shown.contains("hunter2"), shown);
        assertTrue(shown.contains("(secret)"), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(auth.jwt() ->> 'token') is not null", "select 'https://app.example/a:b@c'", "t.eyJ = 1"})
    void theRestOfItStays(String definition) {
        assertEquals(definition, Secrets.hideKeys(definition));
    }

    @Property
    void piecesAreTheWholeAgain(@ForAll String sql) {
        var text = new StringBuilder();
        SqlToken.of(sql).forEach(token -> text.append(token.text()));
        assertEquals(sql, text.toString());
    }
}
