package io.creditledger.service.platform.security;

import io.creditledger.service.access.DashboardSessions;
import io.creditledger.service.platform.limits.RequestRates;
import io.creditledger.service.platform.limits.Standing;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Counts what is not valid by the address that it comes from. From an address with too much of it, what takes a question to the
 * database or arithmetic to check is checked a few at a time: a flood of guesses takes no more than that from everybody else. A
 * key is only compared with those at hand, so nobody who shows a valid one is ever held up by a neighbour's guesses.
 */
final class WaryAuthentication implements AuthenticationManager {

    private static final int AT_A_TIME = 2;
    private static final long PATIENCE_SECONDS = 1;
    private static final char PART_OF_TOKEN = '.';
    private static final int PARTS = 3;

    private final AuthenticationManager callers;
    private final RequestRates rates;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    WaryAuthentication(AuthenticationManager callers, RequestRates rates) {
        this.callers = callers;
        this.rates = rates;
    }

    /** Too much that is not valid came from the same address. */
    static final class TooManyFailuresException extends AuthenticationException {

        private final transient Standing standing;

        private TooManyFailuresException(Standing standing) {
            super("too many failures");
            this.standing = standing;
        }

        Standing standing() {
            return standing;
        }
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String address = String.valueOf(shown.getDetails());
        return isCostly(shown) && rates.isSuspicious(address) ? inPlace(shown, address) : counting(shown, address);
    }

    private static boolean isCostly(Authentication shown) {
        String secret = ((BearerTokenAuthenticationToken) shown).getToken();
        return DashboardSessions.isToken(secret)
                || secret.chars()
                                .filter(character -> character == PART_OF_TOKEN)
                                .count()
                        == PARTS - 1;
    }

    private Authentication inPlace(Authentication shown, String address) {
        boolean admitted = false;
        try {
            admitted = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!admitted) {
                throw new AuthenticationServiceException("too much that is not valid comes from the same address");
            }
            return counting(shown, address);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("the ledger is stopping", stopping);
        } finally {
            if (admitted) {
                places.release();
            }
        }
    }

    private Authentication counting(Authentication shown, String address) {
        try {
            return callers.authenticate(shown);
        } catch (AuthenticationServiceException unavailable) {
            // It may be valid: nobody could tell.
            throw unavailable;
        } catch (AuthenticationException invalid) {
            Standing standing = rates.ofFailure(address);
            throw standing.isAdmitted() ? invalid : new TooManyFailuresException(standing);
        }
    }
}
