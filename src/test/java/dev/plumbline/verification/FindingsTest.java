package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.catalog.Reading;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Comparison;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a comparison comes to for those who read the report. */
class FindingsTest {

    private static final SchemaObject PUBLIC = object("schema public", null, Map.of());
    private static final SchemaObject LEADS =
            object("table public.leads", "schema public", Map.of("rowSecurity", "true"));
    private static final SchemaObject NAME =
            object("column public.leads.name", "table public.leads", Map.of("type", "text"));
    private static final SchemaObject AGE =
            object("column public.leads.age", "table public.leads", Map.of("type", "integer"));
    private static final SchemaObject INDEX = new SchemaObject(
            "index public.leads_name_idx",
            Optional.of("table public.leads"),
            List.of("column public.leads.name"),
            Map.of("definition", "CREATE INDEX leads_name_idx ON public.leads USING btree (name)"));
    private static final List<SchemaObject> ALL = List.of(PUBLIC, LEADS, NAME, AGE, INDEX);
    private static final Contract CONTRACT = Contract.of(List.of(), new Schema(List.of()), new Schema(ALL));

    @Test
    void whatGoesWithAColumnIsNotListedBesideIt() {
        assertEquals(List.of("column public.leads.name"), paths(findings(List.of(), List.of(PUBLIC, LEADS, AGE))));
    }

    @Test
    void whatGoesWithATableIsNotListedBesideIt() {
        assertEquals(List.of("table public.leads"), paths(findings(List.of(), List.of(PUBLIC))));
    }

    @Test
    void aRuleHidesWhatItFitsAndIsCounted() {
        Findings findings = findings(
                List.of("column public.leads.n?me", "index *leads_name*", "table tmp.*"), List.of(PUBLIC, LEADS, AGE));
        assertEquals(List.of(), paths(findings));
        assertEquals(
                Map.of("column public.leads.n?me", 1L, "index *leads_name*", 1L, "table tmp.*", 0L),
                findings.coverage().ignored());
        assertEquals(7, findings.checklist().stream().filter(Checked::ok).count());
    }

    @Test
    void aRuleHidesPartsOfWhatItFits() {
        Findings findings = findings(List.of("table public.leads"), List.of(PUBLIC));
        assertEquals(List.of(), paths(findings));
        assertEquals(Map.of("table public.leads", 1L), findings.coverage().ignored());
    }

    @Test
    void aRuleDoesNotHideWhatFollowsFromWhatItFits() {
        assertEquals(
                List.of(INDEX.path()),
                paths(findings(List.of("column public.leads.name"), List.of(PUBLIC, LEADS, AGE))));
    }

    @Test
    void whatCouldNotBeLookedAtIsNotClean() {
        Reports.Draft draft = new Reports(CONTRACT, Clock.systemUTC()).begin(new OpenDrift());
        assertEquals(Verdict.MATCHES, draft.of(findings(List.of(), ALL)).verdict());

        Report partial = draft.of(findings(List.of(), ALL, List.of("pg_operator")));
        assertEquals(Verdict.UNKNOWN, partial.verdict());
        assertEquals(
                Optional.of("nothing differs that this role may see, but it may not read pg_operator"),
                partial.reason());
        assertEquals(
                Verdict.DRIFTED,
                draft.of(findings(List.of(), List.of(PUBLIC), List.of("pg_operator")))
                        .verdict());
    }

    @Test
    void aRenamedObjectIsGuessedFromItsFacts() {
        SchemaObject renamed = object("column public.leads.years", "table public.leads", AGE.facts());
        Findings findings = findings(List.of(), List.of(PUBLIC, LEADS, NAME, INDEX, renamed));
        assertEquals(
                Map.of(
                        "column public.leads.age",
                        "column public.leads.years",
                        "column public.leads.years",
                        "column public.leads.age"),
                renames(findings));
    }

    @Test
    void aRenamedTableIsGuessedFromItsColumns() {
        Findings findings = findings(
                List.of(),
                List.of(
                        PUBLIC,
                        object("table public.prospects", "schema public", LEADS.facts()),
                        object("column public.prospects.name", "table public.prospects", NAME.facts()),
                        object("column public.prospects.age", "table public.prospects", AGE.facts())));
        assertEquals("table public.leads", renames(findings).get("table public.prospects"));
    }

    @Test
    void anIndexIsRenamedThoughItsDefinitionHasTheName() {
        SchemaObject renamed = new SchemaObject(
                "index public.by_name",
                INDEX.parent(),
                INDEX.requires(),
                Map.of("definition", "CREATE INDEX by_name ON public.leads USING btree (name)"));
        assertEquals(
                "index public.by_name",
                renames(findings(List.of(), List.of(PUBLIC, LEADS, NAME, AGE, renamed)))
                        .get("index public.leads_name_idx"));
    }

    @Test
    void whereTwoCouldBeMeantNoneIsGuessed() {
        Findings findings = findings(
                List.of(),
                List.of(
                        PUBLIC,
                        LEADS,
                        NAME,
                        INDEX,
                        object("column public.leads.years", "table public.leads", AGE.facts()),
                        object("column public.leads.count", "table public.leads", AGE.facts())));
        assertEquals(Map.of(), renames(findings));
    }

    private static Findings findings(List<String> ignore, Collection<SchemaObject> actual) {
        return findings(ignore, actual, List.of());
    }

    private static Findings findings(List<String> ignore, Collection<SchemaObject> actual, List<String> hidden) {
        var comparison = new Comparison(CONTRACT.schema(), CONTRACT::covers);
        actual.forEach(comparison::add);
        return new Findings.Writer(CONTRACT, ignore)
                .of(comparison.result(), new Reading("17", new TreeMap<>(), hidden), Instant.EPOCH);
    }

    private static List<String> paths(Findings findings) {
        return findings.differences().stream().map(ReportedDifference::path).toList();
    }

    private static Map<String, String> renames(Findings findings) {
        var renames = new TreeMap<String, String>();
        findings.differences().forEach(d -> d.renamed().ifPresent(other -> renames.put(d.path(), other)));
        return renames;
    }

    private static SchemaObject object(String path, String parent, Map<String, String> facts) {
        return new SchemaObject(path, parent, facts);
    }
}
