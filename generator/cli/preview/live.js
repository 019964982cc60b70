// Added to each page by `broadsheet serve`, and to none that is published: loads the page anew when
// there is a new edition, and shows what keeps the next one from being published. All text is set
// as text, never as markup.
(() => {
  "use strict";
  const edition = document.currentScript.dataset.edition;
  let panel = null;

  const make = (name, text, style) => {
    const element = document.createElement(name);
    element.textContent = text;
    element.style.cssText = style;
    return element;
  };

  const show = (notice) => {
    if (panel) panel.remove();
    panel = null;
    if (!notice.verdict) return;
    panel = document.createElement("div");
    // A root of its own, so that neither the site's styles nor its scripts reach in.
    const root = panel.attachShadow({ mode: "open" });
    const box = make("section", "", "position:fixed;inset:auto 0 0 0;z-index:2147483647;" +
      "max-height:60vh;overflow:auto;box-sizing:border-box;padding:16px 20px;background:#fff;" +
      "color:#1d1c1a;border-top:4px solid #8a3b12;font:14px/1.5 ui-monospace,monospace;" +
      "color-scheme:light");
    box.setAttribute("role", "alert");
    const close = make("button", "Close", "float:right;font:inherit;padding:2px 10px");
    close.addEventListener("click", () => panel.remove());
    box.append(close, make("p", notice.verdict, "margin:0 0 8px;font-weight:bold"));
    for (const finding of notice.findings) {
      const line = `${finding.place}: ${finding.code}: ${finding.message}`;
      box.append(make("p", line, "margin:8px 0 0;overflow-wrap:anywhere"));
      if (finding.hint) {
        box.append(make("p", finding.hint, "margin:0 0 0 2em;color:#45423d;overflow-wrap:anywhere"));
      }
    }
    root.append(box);
    document.documentElement.append(panel);
  };

  const events = new EventSource("/.broadsheet/events");
  events.addEventListener("message", (event) => {
    const notice = JSON.parse(event.data);
    if (notice.edition !== edition) location.reload();
    else show(notice);
  });
  // Another project may have stood at this address, or a site of this one: its worker, which would go on
  // to answer for pages, goes.
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.getRegistrations()
      .then((workers) => workers.forEach((worker) => worker.unregister())).catch(() => {});
  }
  // A page that is left keeps no connection: a browser has six to a host.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
