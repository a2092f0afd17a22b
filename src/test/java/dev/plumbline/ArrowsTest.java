package dev.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A package imports only from the rows below its own. */
class ArrowsTest {

    private static final List<List<String>> ROWS = List.of(
            List.of("http", "watch", "command"),
            List.of("verification", "migration", "plan", "publication"),
            List.of("contract", "catalog", "diff", "ledger"),
            List.of("connection", "caller"),
            List.of("schema", "setting"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline");

    @TestFactory
    Stream<DynamicTest> noArrowGoesUpOrAcross() {
        return ROWS.stream()
                .flatMap(row -> row.stream()
                        .map(name -> DynamicTest.dynamicTest(
                                name,
                                () -> noClasses()
                                        .that()
                                        .resideInAPackage(inside(name))
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(forbidden(name, row))
                                        .check(HOUSE))));
    }

    private static String[] forbidden(String name, List<String> row) {
        return ROWS.subList(0, ROWS.indexOf(row) + 1).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(name))
                .map(ArrowsTest::inside)
                .toArray(String[]::new);
    }

    private static String inside(String name) {
        return "dev.plumbline." + name + "..";
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> packages = HOUSE.stream()
                .map(type -> type.getPackageName().replace("dev.plumbline.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ROWS.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new)), packages);
    }

    @Test
    void valuesKnowNothingButTheLanguage() {
        classes()
                .that()
                .resideInAPackage(inside("schema"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(inside("schema"), "java..")
                .check(HOUSE);
    }
}
