/* Long lists: cards past the twelfth are laid out when they come near the screen (broadsheet.css),
   and soon after the page is there all others, some at a time, so that whoever takes a picture of
   the page finds them. Before the reader acts they are left alone again: what changes all cards
   costs those on the screen, and the others once the reader rests. */
(function () {
  "use strict";
  const SLICE = 12;  /* ms of work at a time */
  const REST = 1000;  /* ms after the last press */
  const FAR = ".bs-cards > li:not(.is-laid)";
  let timer = 0;
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(layOut, wait);
  };
  const topOf = (item) => item.getBoundingClientRect().top;
  /* What changes its height above the reader pushes nothing: the first item on the screen stays. */
  function holdingPlace(change) {
    const items = [...document.querySelectorAll(".bs-cards > li")];
    const held = scrollY > 0 && items.find((item) => item.getBoundingClientRect().bottom > 1);
    const top = held && topOf(held);
    change();
    const pushed = held ? topOf(held) - top : 0;
    if (pushed) scrollBy({ top: pushed, behavior: "instant" });
  }
  function layOut() {
    timer = 0;
    const far = document.querySelectorAll(FAR);
    if (!far.length) return;
    const end = performance.now() + SLICE;
    let at = 0;
    holdingPlace(() => {
      while (at < far.length && performance.now() < end) {
        for (const last = at + 4; at < last && at < far.length; at++) far[at].classList.add("is-laid");
        topOf(far[at - 1]);
      }
    });
    if (at < far.length) later(0);
  }
  function leaveAlone() {
    if (!document.querySelector(".bs-cards > li:nth-child(13)")) return;
    const laid = document.querySelectorAll(".is-laid");
    if (laid.length) holdingPlace(() => { for (const item of laid) item.classList.remove("is-laid"); });
    later(REST);
  }
  for (const press of ["pointerdown", "keydown"]) addEventListener(press, leaveAlone, true);
  for (const move of ["wheel", "touchmove"]) {  /* who scrolls is not to wait */
    addEventListener(move, () => { if (timer) later(REST / 5); }, { passive: true });
  }
  document.addEventListener("bs:cards", () => later(REST / 5));
  requestAnimationFrame(() => later(0));
})();
