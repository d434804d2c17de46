package io.creditledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** What docs/operating.md says of limits is what the ledger does unless it is told otherwise. */
class LimitsTableTest {

    private static final Path OPERATING = Path.of("../docs/operating.md");
    private static final Pattern SETTING = Pattern.compile("`((?:ledger|server|spring)\\.[a-z0-9.-]+)`");

    private static final List<String> PROPERTIES = List.of(
            "io.creditledger.service.platform.http.HttpProperties",
            "io.creditledger.service.platform.limits.LimitsProperties",
            "io.creditledger.service.platform.axon.CommandProperties",
            "io.creditledger.service.platform.eventstore.EventStoreProperties",
            "io.creditledger.service.platform.postgres.DatabaseProperties",
            "io.creditledger.service.purchase.PurchaseProperties",
            "io.creditledger.service.purchase.stripe.StripeProperties",
            "io.creditledger.projections.platform.ProjectionsProperties");

    private record Row(String limit, String setting) {}

    @TestFactory
    Stream<DynamicTest> everySettingHasTheValueInTheTable() throws Exception {
        Map<String, Object> values = values();
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.setting(), () -> assertThat(row.limit())
                        .startsWith(written(Objects.requireNonNull(values.get(row.setting()), row.setting())))));
    }

    @Test
    void everySettingOfTheRatesIsInTheTable() throws Exception {
        List<String> told = rows().stream().map(Row::setting).toList();

        assertThat(told)
                .containsAll(values().keySet().stream()
                        .filter(name -> name.startsWith("ledger.limits.") || name.startsWith("ledger.http.max-"))
                        .toList());
    }

    private static List<Row> rows() throws IOException {
        String table = Files.readString(OPERATING).split("\n## Limits\n", 2)[1].split("\n## ", 2)[0];
        return table.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .filter(cells -> SETTING.matcher(cells[3]).find())
                .map(cells -> new Row(cells[2].strip(), setting(cells[3])))
                .toList();
    }

    private static String setting(String cell) {
        Matcher settings = SETTING.matcher(cell);
        assertThat(settings.find()).isTrue();
        String setting = settings.group(1);
        assertThat(settings.find()).as("one setting a row: %s", cell).isFalse();
        return setting;
    }

    private static Map<String, Object> values() throws Exception {
        EnumerablePropertySource<?> file = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        Map<String, Object> values = new TreeMap<>();
        for (String name : file.getPropertyNames()) {
            values.put(name, Objects.requireNonNull(file.getProperty(name)).toString());
        }
        Binder binder = new Binder(
                List.of(new MapConfigurationPropertySource(values)),
                new PropertySourcesPlaceholdersResolver(List.of(file)));
        for (String type : PROPERTIES) {
            add(Class.forName(type), binder, values);
        }
        return values;
    }

    private static void add(Class<?> type, Binder binder, Map<String, Object> values) throws Exception {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        Object defaults = binder.bindOrCreate(prefix, type);
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            Object value = accessor.invoke(defaults);
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            values.put(prefix + "." + name, value == null ? "none" : value);
        }
    }

    private static String written(Object value) {
        return switch (value) {
            case DataSize size
            when size.toBytes() % DataSize.ofMegabytes(1).toBytes() == 0 -> size.toMegabytes() + " MB";
            case DataSize size -> size.toKilobytes() + " KB";
            case Duration time when time.toMillisPart() > 0 -> time.toMillis() + " ms";
            case Duration time -> time.toSeconds() + " s";
            case Number number -> "%,d".formatted(number.longValue());
            case String text when text.matches("\\d+") -> "%,d".formatted(Long.parseLong(text));
            case String text when text.equals("none") -> "";
            default -> value.toString().replaceAll("(\\d)([A-Za-z])", "$1 $2");
        };
    }
}
