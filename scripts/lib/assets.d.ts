// What package-site.mjs generates as the module `allymark/assets`.

/** Address of the WebAssembly file. */
export const wasm: URL;
/** Addresses of the shipped policy packs. */
export const policies: URL[];
