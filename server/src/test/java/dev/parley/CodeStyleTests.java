package dev.parley;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.parley", importOptions = DoNotIncludeTests.class)
class CodeStyleTests {
    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|Processor)")
                    .because("such a name describes its layer, not its purpose");

    @ArchTest
    static final ArchRule valuesKnowNoFramework =
            noClasses()
                    .that()
                    .areRecords()
                    .and()
                    .haveSimpleNameNotEndingWith("Settings")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.jdbc..", "org.springframework.stereotype..");

    /// docs/decisions/0016
    @ArchTest
    static final ArchRule settingsAreReadAtRunTime =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.boot.autoconfigure.condition..")
                    .orShould()
                    .beAnnotatedWith(Profile.class)
                    .because("the beans are determined when Parley is built");

    @ArchTest
    static final ArchRule controllersUseNoSql =
            noClasses()
                    .that()
                    .areAnnotatedWith(Controller.class)
                    .or()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule onlyScreensRenderPages =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.parley.desk..",
                            "dev.parley.admin..",
                            "dev.parley.engagement.web..",
                            "dev.parley.privacy.web..",
                            "dev.parley.contact.web..",
                            "dev.parley.messenger.admin..",
                            "dev.parley.identity.web..",
                            "dev.parley.platform.web..",
                            "gg.jte..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("gg.jte..");

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses().should().callMethod(Instant.class, "now").because("tests set the clock");

    @ArchTest
    static final ArchRule listsNotStreamsComeFromTheDatabase =
            noClasses()
                    .should()
                    .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                    .because("such a stream holds its connection until it is closed");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsAbstract =
            noClasses()
                    .that()
                    .areNotInterfaces()
                    .should()
                    .haveModifier(ABSTRACT)
                    .because("prefer a sealed interface");
}
