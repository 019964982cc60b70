/* Keeps the pages that a reader opens for when there is no network, by a worker (sw.js), unless the
   reader has turned that off. On the machine of who makes the site, whose address other projects use
   as well, it is on only if it was turned on. `extra: {offline: false}` in mkdocs.yml turns it off for
   everyone, and takes away what was kept. */
(function (bs, script) {
  "use strict";
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$|\.localhost$/.test(location.hostname);
  const can = "serviceWorker" in navigator && "caches" in window;
  const chosen = bs.load("offline");
  const wanted = !("off" in script.dataset) && (chosen ? chosen === "on" : !isLocal);

  function turnOn() {
    return navigator.serviceWorker.register(bs.site + "sw.js", { scope: bs.site, updateViaCache: "none" });
  }
  async function turnOff() {
    const worker = await navigator.serviceWorker.getRegistration(bs.site);
    if (worker && new URL(worker.scope).pathname === bs.site) await worker.unregister();
    await forget();
  }
  async function forget() {
    const names = (await caches.keys()).filter((name) => name.startsWith(`broadsheet ${bs.site} `));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  const quietly = (act) => { if (can) act().catch(() => { /* the site goes on without */ }); };

  for (const box of bs.all("[data-bs-offline]")) {
    box.checked = can && wanted;
    box.disabled = !can || "off" in script.dataset;
    box.addEventListener("change", () => {
      bs.keep("offline", box.checked ? "on" : "off");
      quietly(box.checked ? turnOn : turnOff);
      bs.say(box.checked ? "Pages are kept" : "No page is kept any more");
    });
  }
  document.addEventListener("bs:forget", () => quietly(forget));
  const line = bs.one(".bs-offline");
  if (line) {
    addEventListener("online", () => {
      const link = document.createElement("a");
      link.href = "";
      link.textContent = "Load the page anew";
      line.replaceChildren("You are online again. ", link);
    });
  }
  if (wanted) addEventListener("load", () => quietly(turnOn));
  else quietly(turnOff);
})(window.broadsheet, document.currentScript);
