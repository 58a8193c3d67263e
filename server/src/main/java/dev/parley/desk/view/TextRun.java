package dev.parley.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A part of a message's text: plain, or a link.
public record TextRun(String text, boolean link) {
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"'，。；：、！？（）「」]*[^\\s<>\"'，。；：、！？（）「」.,;:!?)\\]]");

    public static List<TextRun> of(String text) {
        var runs = new ArrayList<TextRun>();
        var addresses = ADDRESS.matcher(text);
        var done = 0;
        while (addresses.find()) {
            if (addresses.start() > done) {
                runs.add(new TextRun(text.substring(done, addresses.start()), false));
            }
            runs.add(new TextRun(addresses.group(), true));
            done = addresses.end();
        }
        if (done < text.length()) {
            runs.add(new TextRun(text.substring(done), false));
        }
        return runs;
    }
}
