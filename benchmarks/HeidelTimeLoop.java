import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.*;
import java.text.SimpleDateFormat;
import java.util.*;

/** Each file of a folder (name: 2024-06-20_anything.txt) through HeidelTime in one process: seconds and the marked text. */
public class HeidelTimeLoop {
    public static void main(String[] arguments) throws Exception {
        HeidelTimeStandalone heidel = new HeidelTimeStandalone(Language.ARABIC, DocumentType.NEWS, OutputType.TIMEML, arguments[1], POSTagger.NO);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(Path.of(arguments[0]), "*.txt")) { stream.forEach(files::add); }
        Collections.sort(files);
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd");
        for (Path file : files) {
            String name = file.getFileName().toString();
            Date day = format.parse(name.substring(0, 10));
            String text = Files.readString(file);
            long began = System.nanoTime();
            String marked;
            try { marked = heidel.process(text, day); } catch (Exception fault) { marked = ""; }
            long took = System.nanoTime() - began;
            Files.writeString(Path.of(arguments[2], name), marked);
            System.err.println("seconds\t" + name + "\t" + took / 1e9);
        }
    }
}
