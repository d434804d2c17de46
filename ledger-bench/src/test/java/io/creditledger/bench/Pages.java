package io.creditledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages for people that are checked in. */
final class Pages {

    static final Path REPOSITORY = Path.of(System.getProperty("ledger.repository", ".."))
            .toAbsolutePath()
            .normalize();

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);

    private Pages() {}

    /** A fenced part of a page, with the language it says it is in. */
    record Block(String language, String text) {}

    /**
     * A link.
     *
     * @param target the file it leads to, its own page when empty
     * @param heading the part after the hash; empty when there is none
     */
    record Link(Path page, String target, String heading) {

        boolean isRelative() {
            return !target.startsWith("http:") && !target.startsWith("https:");
        }

        Path file() {
            Path folder = page.resolveSibling(".");
            return target.isEmpty() ? page : folder.resolve(target).normalize();
        }
    }

    static Path readme() {
        return REPOSITORY.resolve("README.md");
    }

    static List<Path> all() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(REPOSITORY);
                Stream<Path> client = Files.list(REPOSITORY.resolve("ledger-client"));
                Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
            Stream.of(top, client, docs)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(pages::add);
        }
        return pages;
    }

    static List<Block> blocks(Path page) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(page));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    static List<Link> links(Path page) throws IOException {
        Matcher matcher = LINK.matcher(BLOCK.matcher(Files.readString(page)).replaceAll(""));
        List<Link> links = new ArrayList<>();
        while (matcher.find()) {
            links.add(new Link(page, matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)));
        }
        return links;
    }

    /** The names under which the headings of a page can be linked to. */
    static List<String> headings(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
