package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;

/** A PostgreSQL with an archive, backed up and restored by what deploy/backup has for that. */
final class ArchivedPostgres implements AutoCloseable {

    private static final Path TOOLS = Deployment.FOLDER.resolve("backup");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path archive;
    private final Path cluster;
    private final EmbeddedPostgres postgres;

    private ArchivedPostgres(Path archive, Path cluster, EmbeddedPostgres postgres) {
        this.archive = archive;
        this.cluster = cluster;
        this.postgres = postgres;
    }

    /**
     * Starts one in a folder, which is set up when it is not there.
     *
     * @param port 0 for any free one
     */
    static ArchivedPostgres start(Path cluster, Path archive, int port) throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("archive_mode", "on")
                .setServerConfig("archive_timeout", "60");
        ArchivedPostgres started = new ArchivedPostgres(
                Files.createDirectories(archive), cluster, (port == 0 ? builder : builder.setPort(port)).start());
        started.awaitPromoted();
        started.execute("alter system set archive_command = '\"%s\" \"%%p\" \"%%f\" \"%s\"'"
                .formatted(TOOLS.resolve("archive-wal"), archive));
        started.execute("select pg_reload_conf()");
        return started;
    }

    /** Answers questions while it still makes up its past, and takes changes afterwards. */
    private void awaitPromoted() {
        Awaitility.await("PostgreSQL has reached its moment")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> text("select pg_is_in_recovery()").equals("f"));
    }

    int port() {
        return postgres.getPort();
    }

    /** Does while it runs what base-backup does, which needs a psql. */
    void backUp(Path target) throws Exception {
        try (Connection session = postgres.getPostgresDatabase().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(Files.readString(TOOLS.resolve("start-backup.sql")));
            run("copy-cluster", cluster.toString(), target.toString());
            try (ResultSet label = statement.executeQuery(Files.readString(TOOLS.resolve("stop-backup.sql")))) {
                assertThat(label.next()).isTrue();
                Files.writeString(target.resolve("backup_label"), label.getString(1));
            }
        }
    }

    /** Makes a folder of a backup and an archive; words say up to where. */
    static void restore(Path backup, Path archive, Path cluster, String... upTo) throws Exception {
        List<String> words = new ArrayList<>(List.of(backup.toString(), archive.toString(), cluster.toString()));
        words.addAll(Arrays.asList(upTo));
        run("restore", words.toArray(String[]::new));
    }

    private static void run(String tool, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOLS.resolve(tool).toString()));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", tool, said).isZero();
    }

    /** Has all that is committed by now archived, as happens by itself within a minute. */
    void awaitArchived() throws SQLException {
        String piece = text("select pg_walfile_name(pg_switch_wal())");
        Awaitility.await(piece + " is archived").atMost(PATIENCE).until(() -> Files.exists(archive.resolve(piece)));
    }

    /** The machine is gone, and all that was on its disk. */
    void perish() throws IOException {
        ProcessHandle postmaster = LedgerProcess.postmaster(cluster).orElseThrow();
        List<ProcessHandle> backends = postmaster.children().toList();
        assertThat(postmaster.destroyForcibly()).isTrue();
        backends.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await("PostgreSQL is gone")
                .atMost(PATIENCE)
                .until(() ->
                        !LedgerProcess.runs(postmaster) && backends.stream().noneMatch(LedgerProcess::runs));
        close();
        LedgerProcess.delete(cluster);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The only column of the only row, as text. */
    String text(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
