package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.contract.Contract;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One contract holds for every major, though 15 prints views over one table otherwise than later ones. */
class SpellingTest {

    private static final String TABLES = """
            create table public.t (a int, b text);
            create view public.v as select a, 't.b' as literal from public.t where b = (select max(x.b) from public.t x where x.a = t.a);
            create materialized view public.m as select a as "t.a" from public.t;
            grant all on public.t to anon;
            revoke truncate on public.t from anon;
            """;

    private static final String OTHER_VIEW =
            "create or replace view public.v as select a, 'b' as literal from public.t";

    /** 15 prints views of one table otherwise, and neither it nor 16 knows the privilege MAINTAIN. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16})
    void whatAnOlderMajorPrintsIsTheSameAndADriftOfItIsSeenThere(int major) {
        try (TestDatabase old = TestServer.of(major).database();
                TestDatabase current = TestServer.ofDefaultMajor().database()) {
            Contract ofCurrent = contract(current);
            Contract both = ofCurrent.alsoOn(major, contract(old));

            assertEquals(Verdict.DRIFTED, report(old, ofCurrent).verdict());
            assertEquals(Verdict.MATCHES, report(current, both).verdict());
            Report matched = report(old, both);
            assertEquals(Verdict.MATCHES, matched.verdict());
            assertEquals(
                    matched.contract().fingerprint(),
                    matched.database().orElseThrow().fingerprint());

            old.execute(OTHER_VIEW);
            assertEquals(
                    List.of("view public.v"),
                    report(old, both).differences().stream()
                            .map(ReportedDifference::path)
                            .toList());
        }
    }

    private static Contract contract(TestDatabase database) {
        Schema before = database.everything();
        database.execute(TABLES);
        return Contract.of(List.of(), before, database.everything());
    }

    private static Report report(TestDatabase database, Contract contract) {
        return database.verifier(contract, verification -> {}).verify().await().indefinitely();
    }
}
