package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.verification.Transition.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transitions are told, not states. */
class OpenDriftTest {

    private static final String POLICY = "alter policy leads_delete on public.leads using ";

    private final List<Transition> told = new ArrayList<>();

    @Test
    void aDifferenceIsOpenedThenChangedThenResolvedAndOtherwiseThereIsSilence() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            Verifier verifier = database.verifier(verification -> told.addAll(verification.transitions()));
            assertEquals(List.of(), verify(verifier));

            database.execute(POLICY + "(true)");
            assertEquals(List.of(Type.OPENED), verify(verifier));
            assertEquals(List.of(), verify(verifier));

            database.execute(POLICY + "(false)");
            assertEquals(List.of(Type.CHANGED), verify(verifier));

            database.execute(POLICY + "((select agentflow.is_admin()))");
            assertEquals(List.of(Type.RESOLVED), verify(verifier));
            assertEquals(List.of(), verify(verifier));
        }
    }

    @Test
    void aDifferenceKeepsTheTimeAtWhichItWasFirstSeen() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            Verifier verifier = database.verifier(verification -> {});
            database.execute("drop index public.leads_metadata_idx");
            Instant first = since(verifier);
            assertEquals(first, since(verifier));
        }
    }

    @Test
    void whatCannotBeReadResolvesNothing() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            Verifier verifier = database.verifier(verification -> told.addAll(verification.transitions()));
            database.execute("drop index public.leads_metadata_idx");
            assertEquals(List.of(Type.OPENED), verify(verifier));

            database.refuseConnections();
            assertEquals(List.of(), verify(verifier));
            database.allowConnections();
            assertEquals(List.of(), verify(verifier));
        }
    }

    private List<Type> verify(Verifier verifier) {
        told.clear();
        verifier.verify().await().indefinitely();
        return told.stream().map(Transition::type).toList();
    }

    private static Instant since(Verifier verifier) {
        return verifier.verify().await().indefinitely().differences().get(0).since();
    }
}
