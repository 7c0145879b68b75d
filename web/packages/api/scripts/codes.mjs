import { readFileSync, writeFileSync } from 'node:fs';

// Writes the list of refusal codes from the shop's own: a code that appears there and has no words then fails the build.
const source = new URL('../../../../docs/generated/errors.json', import.meta.url);
const target = new URL('../src/codes.gen.ts', import.meta.url);
const codes = JSON.parse(readFileSync(source, 'utf8')).map((error) => error.code).sort();
const lines = codes.map((code) => `  '${code}',`).join('\n');
writeFileSync(target, `// Generated from docs/generated/errors.json by \`npm run generate -w packages/api\`. Do not edit.\nexport const errorCodes = [\n${lines}\n] as const;\n\nexport type ErrorCode = (typeof errorCodes)[number];\n`);
