declare const OFFLINE_FILES: string[];
declare const OFFLINE_STAMP: string;

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "allymark/assets" {
  export const wasm: URL | Promise<ArrayBuffer>;
  export const policies: (URL | object)[] | Promise<object[]>;
}

declare module "allymark/texts/first" {
  export const texts: Record<string, string>;
}

declare module "allymark/texts/later" {
  export const texts: Record<string, string>;
}
