/** What Emscripten generates from bindings.cpp as glue.mjs. */
export default function createModule(options: { wasm: WebAssembly.Module }): Promise<{
  /** the buffer that a request is written to, in UTF-8 */
  reserveText(size: number): Uint8Array;
  /** the answer to the first `size` bytes of the buffer; valid until the next call */
  evaluate(size: number): Uint8Array;
  reserveFigures(count: number): Float64Array;
  /** replaces the figures; answers a refusal's text, empty when all went well */
  payMany(size: number): Uint8Array;
  version(): string;
}>;
