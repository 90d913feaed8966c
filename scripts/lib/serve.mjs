// serve.mjs FOLDER [PORT]: serves a folder on 127.0.0.1 until Ctrl+C.
// Without PORT it takes 8080 or the next free one.
import { listen, server } from "./server.mjs";

/** @param {unknown} error */
const busy = (error) => ["EADDRINUSE", "EACCES"].includes(/** @type {any} */ (error)?.code);

/** @param {string} folder @param {string} [asked] */
async function main(folder, asked) {
  if (asked !== undefined && !(/^\d{1,5}$/.test(asked) && Number(asked) <= 65535)) stop(`no such port: ${asked}`);
  const first = Number(asked ?? 8080);
  const last = asked === undefined ? first + 99 : first;
  const page = server(folder);
  for (let port = first; ; port++) {
    try {
      console.log(`Allymark · 盟鉴  http://127.0.0.1:${await listen(page, port)}/  (Ctrl+C stops)`);
      break;
    } catch (error) {
      if (!busy(error)) throw error;
      if (port >= last) stop(`port ${port} cannot be had: give another with --port, or none`);
    }
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

await main(process.argv[2], process.argv[3]);
