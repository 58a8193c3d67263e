package dev.parley.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contact.ContactCsv.Column;
import dev.parley.contact.ContactCsv.Content;
import dev.parley.contact.ImportResult.Effect;
import dev.parley.contact.field.FieldValues;
import dev.parley.platform.SpreadsheetCsv;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactCsvTests {
    private static final Contact ADA =
            new Contact(
                    new ContactId(UUID.randomUUID()),
                    7,
                    ContactKind.PERSON,
                    "=HYPERLINK(\"http://example.com\")",
                    null,
                    List.of("ada@example.com"),
                    List.of("+886 912 345 678", "-1234"),
                    List.of("@vip", "茶"),
                    "first line\n\"second\", line",
                    Instant.EPOCH,
                    null,
                    Instant.EPOCH,
                    null,
                    1,
                    FieldValues.NONE);

    private static final FieldColumns NO_FIELDS = FieldColumns.of(List.of());

    @Test
    void noCellIsAFormulaAndNothingIsLost() throws Exception {
        var file = new StringWriter();
        try (var csv = ContactCsv.writer(file, NO_FIELDS)) {
            ContactCsv.write(csv, ADA, NO_FIELDS);
        }

        assertThat(file.toString())
                .contains("\"'=HYPERLINK", ",'+886 912 345 678; -1234,", ",'@vip; 茶,");
        var effects = plan(file.toString(), List.of(ADA));
        assertThat(effects).singleElement().isInstanceOf(Effect.Nothing.class);
    }

    @Test
    void eachRowIsDecidedByNumberThenByEmail() {
        var effects =
                plan(
                        """
                        Name;EMAILS;number;phones;other
                        Ada Lin;;7;0912345678;
                        Ben;ben@example.com;;;
                        Bob;BEN@example.com;;;
                        Ada;ada@example.com;;;
                        Cid;;99;;
                        ;cid@example.com;;;
                        Dan;no address;;call me;
                        """,
                        List.of(ADA));

        assertThat(effects)
                .satisfiesExactly(
                        one ->
                                assertThat(((Effect.Changes) one).fields())
                                        .containsExactly("emails", "name", "phones"),
                        one -> assertThat(one).isInstanceOf(Effect.Creates.class),
                        one -> assertThat(one).isEqualTo(new Effect.Fails(ContactImportFlaw.TWICE)),
                        one -> assertThat(one).isEqualTo(new Effect.Fails(ContactImportFlaw.TWICE)),
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                new Effect.Fails(ContactImportFlaw.UNKNOWN_NUMBER)),
                        one -> assertThat(one).isInstanceOf(Effect.Invalid.class),
                        one ->
                                assertThat(((Effect.Invalid) one).flaws())
                                        .containsOnlyKeys(
                                                ContactInput.Field.EMAILS,
                                                ContactInput.Field.PHONES));
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAsAWhole() {
        assertThat(flaw("name\n茶".getBytes(Charset.forName("Big5"))))
                .isEqualTo(ContactImportFlaw.NOT_UTF_8);
        assertThat(flaw("email\na@example.com".getBytes(UTF_8)))
                .isEqualTo(ContactImportFlaw.NO_NAMES);
        assertThat(flaw("name\n".getBytes(UTF_8))).isEqualTo(ContactImportFlaw.EMPTY);
        assertThat(flaw("".getBytes(UTF_8))).isEqualTo(ContactImportFlaw.EMPTY);
        assertThat(flaw("name\na\nb\nc".getBytes(UTF_8)))
                .isEqualTo(ContactImportFlaw.TOO_MANY_ROWS);
    }

    private static ContactImportFlaw flaw(byte[] file) {
        return ((Content.Unreadable) ContactCsv.read(file, 2)).flaw();
    }

    private static List<Effect> plan(String file, List<Contact> known) {
        var rows =
                ((Content.Rows)
                                ContactCsv.read(
                                        (SpreadsheetCsv.BYTE_ORDER_MARK + file).getBytes(UTF_8),
                                        100))
                        .rows();
        assertThat(rows).allMatch(row -> row.has(Column.NAME));
        var plan = new ContactImportPlanner(known, NO_FIELDS);
        return rows.stream().map(plan::decide).toList();
    }
}
