package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for {@code localhost} that nobody else has signed, made by the tool that comes with Java.
 *
 * @param certificateFile the same in PEM format
 * @param privateKeyFile its private key in PEM format
 */
public record SelfSigned(Certificate certificate, Path certificateFile, Path privateKeyFile) {

    static final String LOCALHOST = "localhost";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** A new one, with its files in that folder. */
    public static SelfSigned in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = made(folder.resolve("store.p12"));
        Certificate certificate = keys.getCertificate(LOCALHOST);
        return new SelfSigned(
                certificate,
                pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
                pem(
                        folder.resolve("private-key.pem"),
                        "PRIVATE KEY",
                        keys.getKey(LOCALHOST, PASSWORD).getEncoded()));
    }

    private static KeyStore made(Path store) throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        LOCALHOST,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString()))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
