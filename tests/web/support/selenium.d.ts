// The package brings no types; what is used of it is told in engines.mjs.
declare module "selenium-webdriver" {
  export type WebElement = any;
  export const Builder: any;
  export const Capabilities: any;
  export const Key: any;
}
