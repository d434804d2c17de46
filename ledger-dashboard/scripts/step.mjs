// Runs a step of the build, unless nothing that it depends on has changed since it last succeeded:
//   install   the packages that the lock file names
//   sbom      what the pages are made of
//   build     the pages, and whether they are small enough
//   verify    types, format, lint, compiler, tests
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const steps = {
  install: {
    commands: [['ci', '--ignore-scripts']],
    inputs: ['package-lock.json', 'package.json'],
    result: 'node_modules',
  },
  sbom: {
    commands: [['run', 'sbom']],
    inputs: ['package-lock.json', 'package.json', 'scripts/sbom.mjs'],
    result: 'target/ledger-dashboard.cdx.json',
  },
  build: {
    commands: [
      ['run', 'build'],
      ['run', 'budget'],
    ],
    inputs: ['.'],
    result: 'target/site',
  },
  verify: { commands: [['run', 'verify']], inputs: ['.', '../docs/openapi.json', '../ledger-api/src/main'] },
};
const LEFT_OUT = new Set(['node_modules', 'target']);
const LEAST_NODE = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
  console.error(
    `The dashboard is built with Node ${LEAST_NODE.join('.')} or later; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

const filesOf = (path) =>
  existsSync(path) && readdirSafely(path) !== null
    ? readdirSafely(path)
        .filter((entry) => !LEFT_OUT.has(entry.name))
        .flatMap((entry) =>
          entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)],
        )
    : [path];

function readdirSafely(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    // A file.
    return null;
  }
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of inputs.flatMap(filesOf)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const name = process.argv[2];
const step = steps[name];
// What is installed lives as long as its folder, what is built as long as the target folder.
const note = name === 'install' ? 'node_modules/.installed' : `target/steps/${name}`;
const wanted = fingerprint(step.inputs);
const isDone =
  existsSync(note) && readFileSync(note, 'utf8') === wanted && (!step.result || existsSync(step.result));
if (!isDone) {
  rmSync(note, { force: true });
  for (const command of step.commands) {
    const { status, error } = spawnSync('npm', command, { stdio: 'inherit' });
    if (error || status !== 0) {
      console.error(error ? `npm could not be started: ${error.message}` : `npm ${command.join(' ')} failed`);
      process.exit(1);
    }
  }
  mkdirSync(join(note, '..'), { recursive: true });
  writeFileSync(note, wanted);
}
