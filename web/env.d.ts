declare module "*.css" {
  const text: string;
  export default text;
}

declare module "allymark/assets" {
  export const wasm: URL | Promise<ArrayBuffer>;
  export const policies: (URL | object)[] | Promise<object[]>;
}
