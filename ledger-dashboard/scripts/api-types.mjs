// The types of the HTTP interface, made from docs/openapi.json. With --check: fails if the file that is checked in differs.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const source = new URL('../../docs/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.ts', import.meta.url);
const bigint = ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword);

const tree = await openapiTypescript(source, {
  // 64 bits do not fit into a number: see lossless.ts, which reads them so.
  transform: (schema) => (schema.format === 'int64' ? bigint : undefined),
});
const wanted = `// Made from docs/openapi.json by 'npm run types'. Not to be edited.\n\n${astToString(tree)}`;

if (process.argv.includes('--check')) {
  const found = await readFile(target, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error(
      'src/api/schema.ts differs from docs/openapi.json: run "npm run types" in ledger-dashboard.',
    );
    process.exit(1);
  }
} else {
  await writeFile(target, wanted);
}
