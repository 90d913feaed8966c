/**
 * Keeps the page working without a network: a service worker that holds every file of this very build. Files whose names
 * hold their content's hash come from what is held; the page itself comes from the network while there is one, so that a
 * new build is seen at once.
 * @module
 */
/* global OFFLINE_FILES, OFFLINE_STAMP */

const worker = /** @type {any} */ (globalThis);
/** @type {string[]} files of the build, relative to this one; filled in by scripts/lib/package-site.mjs */
const files = OFFLINE_FILES;
const held = `allymark-${OFFLINE_STAMP}`;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(held).then((cache) => cache.addAll(files)).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const older = async () => {
    for (const name of await caches.keys()) if (name.startsWith("allymark-") && name !== held) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(older());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(async () => (await caches.match("./")) ?? Response.error()));
  else event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
});
