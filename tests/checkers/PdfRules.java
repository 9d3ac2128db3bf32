import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds PDF files against profiles of veraPDF: PdfRules FLAVOURS FILE..., as PdfRules ua1,2a paper.pdf.
 *
 *  Prints for each file and flavour a line: flavour, file, rules checked, and each failed rule once. */
public class PdfRules {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        for (int at = 1; at < arguments.length; at++) {
            for (String name : arguments[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
                try (InputStream file = new FileInputStream(arguments[at]);
                        PDFAParser parser = foundry.createParser(file, flavour);
                        PDFAValidator validator = foundry.createValidator(flavour, false)) {
                    say(flavour, arguments[at], validator.validate(parser));
                }
            }
        }
    }

    private static void say(PDFAFlavour flavour, String file, ValidationResult result) {
        TreeSet<String> failed = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                failed.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
            }
        }
        String said = result.isCompliant() ? "passed" : String.join(" ", failed);
        System.out.println(String.join("\t", flavour.getId(), file, String.valueOf(result.getTotalAssertions()), said));
    }
}
