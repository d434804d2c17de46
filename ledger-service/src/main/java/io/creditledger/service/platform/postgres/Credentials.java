package io.creditledger.service.platform.postgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Address and login of a database. */
record Credentials(String jdbcUrl, String username, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + username;
    }
}
