package io.creditledger.bench;

import io.creditledger.service.platform.threads.CarrierThreads;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.springframework.boot.loader.launch.LaunchedClassLoader;
import org.springframework.boot.loader.net.protocol.Handlers;
import org.springframework.boot.loader.net.protocol.jar.JarUrl;

/**
 * Does at once what the first requests to a ledger do: loads classes and reads files from the service's jar, on virtual threads, each
 * time with a loader that knows nothing yet. A program of its own; ends with 0 when each round has ended, with 1 when one has not.
 * Its words: the service's jar, whether to watch the carriers as the service does, for how many seconds a round may last.
 */
final class ColdClasses {

    private static final int ROUNDS = 8;
    private static final int AT_ONCE = 48;
    private static final int EACH = 25;
    private static final int KINDS = 3;
    private static final String CLASS = ".class";

    private final List<URL> jars = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private ColdClasses(File executable) throws IOException {
        try (JarFile jar = new JarFile(executable)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith("BOOT-INF/lib/")
                        && entry.getName().endsWith(".jar")) {
                    jars.add(JarUrl.create(executable, entry));
                    try (JarInputStream nested = new JarInputStream(jar.getInputStream(entry))) {
                        list(nested);
                    }
                }
            }
        }
    }

    private void list(JarInputStream nested) throws IOException {
        for (JarEntry entry = nested.getNextJarEntry(); entry != null; entry = nested.getNextJarEntry()) {
            String name = entry.getName();
            if (name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                classes.add(name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
            } else if (!entry.isDirectory()) {
                files.add(name);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (Boolean.parseBoolean(arguments[1])) {
            CarrierThreads.watch();
        }
        int patienceSeconds = Integer.parseInt(arguments[2]);
        Handlers.register();
        ColdClasses cold = new ColdClasses(new File(arguments[0]));
        Random choice = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            if (!cold.ends(choice, patienceSeconds)) {
                System.out.println("round " + round + " did not end");
                System.exit(1);
            }
        }
        System.out.println(ROUNDS + " rounds ended");
    }

    private boolean ends(Random choice, int patienceSeconds) throws InterruptedException {
        ClassLoader loader =
                new LaunchedClassLoader(false, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        CountDownLatch left = new CountDownLatch(AT_ONCE);
        for (int thread = 0; thread < AT_ONCE; thread++) {
            int kind = thread % KINDS;
            List<String> from = kind == 0 ? files : classes;
            List<String> names =
                    choice.ints(EACH, 0, from.size()).mapToObj(from::get).toList();
            Thread.startVirtualThread(() -> {
                names.forEach(name -> ask(loader, kind, name));
                left.countDown();
            });
        }
        return left.await(patienceSeconds, TimeUnit.SECONDS);
    }

    /** As a file is served, as the virtual machine asks for a class, and as a library does. */
    private static void ask(ClassLoader loader, int kind, String name) {
        try {
            switch (kind) {
                case 0 -> read(loader, name);
                case 1 -> Class.forName(name, false, loader);
                default -> loader.loadClass(name);
            }
        } catch (ClassNotFoundException | LinkageError | IOException optional) {
            // Libraries have classes of others that are not there: no matter, it was looked for.
        }
    }

    private static void read(ClassLoader loader, String name) throws IOException {
        URL found = loader.getResource(name);
        if (found != null) {
            try (InputStream content = found.openStream()) {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}
