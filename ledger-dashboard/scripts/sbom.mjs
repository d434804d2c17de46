// Writes what the dashboard is made of (CycloneDX): what browsers get, and everything that it is built and tested with.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const shared = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];

function write(file, more) {
  const { status, stdout, error } = spawnSync('npm', [...shared, ...more], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status !== 0) {
    console.error(`npm could not say what the dashboard is made of: ${error?.message ?? stdout}`);
    process.exit(1);
  }
  writeFileSync(file, stdout);
}

mkdirSync('target', { recursive: true });
write('target/ledger-dashboard.cdx.json', ['--omit', 'dev']);
write('target/ledger-dashboard-build.cdx.json', []);
