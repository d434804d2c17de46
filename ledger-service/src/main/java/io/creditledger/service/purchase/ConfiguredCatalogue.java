package io.creditledger.service.purchase;

import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.service.account.PackageCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is on offer by configuration. */
final class ConfiguredCatalogue implements PackageCatalogue {

    private final Map<PackageId, CreditPackage> packages = new LinkedHashMap<>();

    ConfiguredCatalogue(PurchaseProperties properties) {
        for (PurchaseProperties.Offer offer : properties.packages()) {
            CreditPackage made = offer.asOf(properties.catalogueVersion());
            if (packages.put(made.packageId(), made) != null) {
                throw new IllegalArgumentException("two packages are called " + made.packageId());
            }
        }
    }

    @Override
    public Optional<CreditPackage> find(PackageId id) {
        return Optional.ofNullable(packages.get(id));
    }

    @Override
    public List<CreditPackage> all() {
        return List.copyOf(packages.values());
    }
}
