/* Search from every page: `/` and Ctrl+K (on a Mac, Command+K) open a dialog; what it needs is loaded
   then. Where the page itself has a field for a search, they lead to that. */
(function (here) {
  "use strict";
  async function open() {
    const field = document.querySelector("main input[type=search]");
    if (field) { field.focus(); field.select(); return; }
    try {
      (await import(new URL("dialog.js", here).href)).open();
    } catch (error) {
      location.href = new URL("../../search/", here).href;
    }
  }
  document.addEventListener("bs:key", (event) => {
    if (event.detail !== "/") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() !== "k" || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
})(document.currentScript.src);
