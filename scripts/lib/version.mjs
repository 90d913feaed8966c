// The version is stated once, in CMakeLists.txt. package.json must repeat it for npm's sake; a
// difference stops the build.
import { readFileSync } from "node:fs";

/** @returns {string} the project's version, "major.minor.patch" */
export function version() {
  const stated = readFileSync("CMakeLists.txt", "utf8").match(/project\(allymark VERSION ([\d.]+)/)?.[1];
  if (!stated) throw new Error("CMakeLists.txt states no version");
  const repeated = JSON.parse(readFileSync("package.json", "utf8")).version;
  if (repeated !== stated)
    throw new Error(`package.json says ${repeated}, CMakeLists.txt says ${stated}: make them equal`);
  return stated;
}
