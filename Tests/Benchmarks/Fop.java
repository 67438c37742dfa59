import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FopFactory;

/** Apache FOP in a warm machine over the pages of a folder: Fop FOLDER STYLESHEET CONFIGURATION RESULT. */
public class Fop {
  public static void main(String[] words) throws Exception {
    FopFactory factory = FopFactory.newInstance(new File(words[2]));
    Templates stylesheet = TransformerFactory.newInstance().newTemplates(new StreamSource(new File(words[1])));
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of(words[0]))) {
      pages = files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
    // What the compiler of the machine needs to see before it does its best.
    for (int round = 0; round < 4; round++) run(factory, stylesheet, pages);
    long start = System.nanoTime();
    run(factory, stylesheet, pages);
    double seconds = (System.nanoTime() - start) / 1e9 / pages.size();
    String version = org.apache.fop.Version.getVersion().replaceAll("^.*fop-(\\d+)_(\\d+).*$", "$1.$2");
    Files.writeString(Path.of(words[3]), seconds + " " + version);
  }

  private static void run(FopFactory factory, Templates stylesheet, List<Path> pages) throws Exception {
    for (Path page : pages) {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      SAXResult events = new SAXResult(factory.newFop("application/pdf", pdf).getDefaultHandler());
      stylesheet.newTransformer().transform(new StreamSource(page.toFile()), events);
      if (pdf.size() < 10_000) throw new IllegalStateException("no page");
    }
  }
}
