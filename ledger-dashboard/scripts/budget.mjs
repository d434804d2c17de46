// What a browser must load before it shows the overview, compressed. More than this and the build fails.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SITE = new URL('../target/site/META-INF/resources/', import.meta.url);
const MOST_SCRIPT_BYTES = 200 * 1024;
const MOST_STYLE_BYTES = 30 * 1024;
/** Loaded only when they are needed; they must not slip into what everybody loads first. */
const LATER = [
  'UsageChart',
  'AddCreditsDialog',
  'TransactionsPage',
  'PaymentMethodsPage',
  'AutoTopUpPage',
  'ReceiptsPage',
  'UsagePage',
  'StackedChart',
  'Console',
];

const read = (path) => readFileSync(new URL(path.replace(/^\//, ''), SITE));
const page = read('index.html').toString();
const linked = (pattern) => [...page.matchAll(pattern)].map((found) => found[1]);
const scripts = new Set(linked(/(?:src|href)="([^"]+\.js)"/g));

// What a script imports at its beginning is loaded with it.
for (const script of scripts) {
  for (const [, imported] of read(script)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
    scripts.add(`/assets/${imported}`);
  }
}

const compressed = (paths) => paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);
const scriptBytes = compressed([...scripts]);
const styleBytes = compressed(linked(/href="([^"]+\.css)"/g));
console.log(
  `first load: ${(scriptBytes / 1024).toFixed(1)} KiB of script, ${(styleBytes / 1024).toFixed(1)} KiB of styles`,
);

const early = LATER.filter((name) => [...scripts].some((script) => script.includes(name)));
const missing = LATER.filter(
  (name) => !readdirSync(new URL('assets/', SITE)).some((file) => file.startsWith(`${name}-`)),
);
const inline = /<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/.test(page);
const faults = [
  scriptBytes > MOST_SCRIPT_BYTES && `more than ${MOST_SCRIPT_BYTES} bytes of script`,
  styleBytes > MOST_STYLE_BYTES && `more than ${MOST_STYLE_BYTES} bytes of styles`,
  early.length > 0 && `loaded at once instead of when needed: ${early.join(', ')}`,
  missing.length > 0 && `no files of their own: ${missing.join(', ')}`,
  inline && 'the page has scripts or styles of its own, which its policy refuses',
].filter(Boolean);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
