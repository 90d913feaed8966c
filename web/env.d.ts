declare module "*.css" {
  const text: string;
  export default text;
}

declare module "allymark/assets" {
  export const wasm: URL;
  export const policies: URL[];
}
