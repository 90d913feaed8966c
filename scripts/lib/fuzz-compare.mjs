// What the fuzzer found, answered natively and in WebAssembly: fuzz-compare.mjs TOOL FOLDER... prints how many inputs were
// compared, and every file whose answers are not the same bytes; then it fails.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differing } from "../../tests/wasm/support/bytes.mjs";

const [tool, ...folders] = process.argv.slice(2);
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const requests = files.map((file) => readFileSync(file));
const different = await differing(requests, tool);
for (const index of different) console.log(`${files[index]}: native and WebAssembly differ`);
console.log(`${requests.length - different.length} of ${requests.length} inputs are answered alike natively and in WebAssembly`);
// Nothing compared is nothing shown.
process.exit(different.length === 0 && requests.length > 0 ? 0 : 1);
