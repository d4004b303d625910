package dev.ponder.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CostPageTest {

    @Test
    void isWellFormedAndHoldsTablesAndPlots() throws Exception {
        Report report = OfferFileTest.report(OfferFileTest.TWO);

        Document page = parse(CostPage.of(List.of(report, report)));

        assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(6);
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(6);
        assertThat(page.getDocumentElement().getTextContent()).contains("By QPS, fast output", "A One", "B Other");
    }

    @Test
    void showsNamesOfOffersAsTextAlone() throws Exception {
        String html = CostPage.of(OfferFileTest.reportOfHostileNames());

        Document page = parse(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent())
                .contains("</td><script>alert(\"1\")</script>&\uFFFD]]>", "' onload='x\uFFFD");
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getAttributes().getNamedItem("onload")).isNull();
        }
    }

    @Test
    void needsNothingFromElsewhere() throws Exception {
        String html = CostPage.of(List.of(OfferFileTest.report(OfferFileTest.TWO)));

        assertThat(html).doesNotContain("http", "<script", "<link", "<img", "url(", "@import");
        assertThat(html).contains("prefers-color-scheme: dark");
    }

    /** The page is XML too, but for its first line. */
    private static Document parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        String xml = html.substring("<!DOCTYPE html>\n".length());
        return factory.newDocumentBuilder().parse(new InputSource(Reader.of(xml)));
    }
}
