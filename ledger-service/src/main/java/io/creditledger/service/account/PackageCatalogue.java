package io.creditledger.service.account;

import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import java.util.List;
import java.util.Optional;

/** What is on offer. */
public interface PackageCatalogue {

    Optional<CreditPackage> find(PackageId id);

    /** All of it, in the operator's order. */
    List<CreditPackage> all();
}
