/* Pages that were opened, kept for when there is no network.

   A page comes from the network whenever that answers; a kept copy says that it is one, and of which
   date. Files whose names tell their contents (Pagefind's, the theme's style sheets) are taken from
   what is kept, all others are asked for first. Each edition has a cache of its own, which takes over
   the pages of the one before; EDITION is written in by the build. Whatever fails here, the request
   goes on as if this worker were not there. */
"use strict";
const EDITION = "none";
const SCOPE = new URL("./", self.location).pathname;
const PREFIX = `broadsheet ${SCOPE} `;  /* several sites may share an origin */
const NAME = PREFIX + EDITION;
const CORE = ["", "reading-list/"];
const MOST = { page: 60, search: 150, file: 60 };

const pathOf = (url) => new URL(url).pathname.slice(SCOPE.length);
const isFixed = (path) => /^pagefind\/.+\.pf_\w+$|^assets\/stylesheets\/.+\.[0-9a-f]{8}\.min\.css$/.test(path);
function kindOf(path) {
  if (path.startsWith("pagefind/")) return "search";
  return path.startsWith("assets/") || path === "api/v1/addresses.json" ? "file" : "page";
}
const isPage = (response) => /^text\/html/.test(response.headers.get("Content-Type") || "");
const isGood = (response) => response.status === 200 && response.type === "basic" && !response.redirected;

/* Puts a response into this edition's cache, last, and lets the first of its kind go if they are too
   many. A disk that is full only means that less is kept. */
async function keep(url, response) {
  try {
    if (self.serviceWorker && self.serviceWorker.state === "redundant") return;  /* the next has taken over */
    const kept = await caches.open(NAME);
    const key = new URL(url).origin + new URL(url).pathname;
    await kept.delete(key);
    await kept.put(key, response);
    const kind = kindOf(pathOf(key));
    const same = (await kept.keys()).filter(({ url: each }) => kindOf(pathOf(each)) === kind);
    await Promise.all(same.slice(0, Math.max(0, same.length - MOST[kind])).map((each) => kept.delete(each)));
  } catch (error) { /* see above */ }
}

async function find(url) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of [NAME, ...names]) {
    const found = await caches.match(url, { ignoreSearch: true, cacheName: name });
    if (found) return found;
  }
  return undefined;
}

/* Keeps a page, and the files that it names. */
async function keepPage(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!isGood(response) || !isPage(response)) return;
  const page = await response.clone().text();
  await keep(url, response);
  const named = [...page.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg))"/g)].map((match) => new URL(match[1], url));
  const ours = named.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(SCOPE));
  await Promise.allSettled([...new Set(ours.map(String))].map(async (each) => {
    const file = await fetch(each);
    if (isGood(file)) await keep(each, file);
  }));
}

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const pages = open.map(({ url }) => url.split("#")[0]).filter((url) => url.startsWith(location.origin + SCOPE));
    const core = CORE.map((path) => new URL(SCOPE + path, location.origin).href);
    await Promise.allSettled([...new Set([...core, ...pages])].map(keepPage));
  })());
});

/* The pages of the edition before are taken over as they are: each still says of which date it is. */
async function takeOver() {
  const mine = await caches.open(NAME);
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PREFIX) && each !== NAME)) {
    const before = await caches.open(name);
    for (const request of await before.keys()) {
      if (kindOf(pathOf(request.url)) !== "page" || await mine.match(request)) continue;
      const response = await before.match(request);
      if (response) await keep(request.url, response);
    }
    await caches.delete(name);
  }
}
addEventListener("activate", (event) => {
  event.waitUntil(takeOver().catch(() => {}).then(() => clients.claim()));
});

/* A copy says so in the page itself, before anything else of it is read. */
async function labelled(copy, line) {
  const page = await copy.text();
  const at = page.indexOf("</header>") + "</header>".length;
  if (at < "</header>".length) return undefined;  /* none of our pages: better nothing than unsaid */
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(`${page.slice(0, at)}<p class="bs-offline">${line}</p>${page.slice(at)}`, { headers });
}
async function copyOf(url) {
  const copy = await find(url);
  if (!copy || !isPage(copy)) return undefined;
  const page = await copy.clone().text();
  const [, date] = /<meta name="bs-date" content="(\d{4}-\d\d-\d\d)">/.exec(page) || [];
  const day = date && new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB",
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return labelled(copy, `You are offline. This ${day ? `copy is of ${day}` : "is a copy that was kept"}. `
    + '<a href="">Try again</a>');
}

/* What there is to read instead: titles are those of our own pages, escaped as they stand there. */
async function listKept() {
  const lines = [];
  if (await caches.has(NAME)) {
    const kept = await caches.open(NAME);
    for (const request of (await kept.keys()).reverse()) {
      if (kindOf(pathOf(request.url)) !== "page") continue;
      const [, title] = /<title>([^<]*)<\/title>/.exec(await (await kept.match(request)).text()) || [];
      if (title) lines.push(`<li><a href="${encodeURI(new URL(request.url).pathname)}">${title}</a></li>`);
    }
  }
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>You are offline</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${SCOPE}assets/broadsheet.css"></head><body><main class="bs"><h1>You are offline</h1>
<p class="bs-lead">This page is not among those that your browser has kept. <a href="">Try again</a>${lines.length ? ", or read one of these." : "."}</p>
<ul>${lines.join("")}</ul></main></body></html>`;
  return new Response(body, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function givePage(event) {
  const url = event.request.url.split("#")[0];
  let answer;
  try {
    answer = await fetch(event.request, { cache: "no-cache" });
  } catch (error) {
    return (await copyOf(url).catch(() => undefined)) || listKept();
  }
  if (isGood(answer) && isPage(answer)) event.waitUntil(keep(url, answer.clone()));
  return answer;
}

async function giveFile(event) {
  const { request } = event;
  const kept = isFixed(pathOf(request.url)) && await find(request.url).catch(() => undefined);
  if (kept) return kept;
  let answer;
  try {
    answer = await fetch(request);
  } catch (error) {
    const copy = await find(request.url).catch(() => undefined);
    if (copy) return copy;
    throw error;
  }
  if (isGood(answer)) event.waitUntil(keep(request.url, answer.clone()));
  return answer;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("Range")) return;
  if (origin !== location.origin || !pathname.startsWith(SCOPE)) return;
  if (request.mode === "navigate") event.respondWith(givePage(event));
  else if (kindOf(pathOf(request.url)) !== "page") event.respondWith(giveFile(event));
});
