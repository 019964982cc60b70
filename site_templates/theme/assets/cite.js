/* Copies what stands beside a button: a citation, or the address of a feed. Where a page has no
   secure address the browser lends no clipboard; then the text is selected. */

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-bs-copy]");
  if (!button) return;
  const text = button.closest("div, li").querySelector("pre, a[type]");
  const said = document.querySelector("#bs_said");
  try {
    await navigator.clipboard.writeText(text.href || text.textContent);
    said.textContent = "Copied";
    button.classList.add("is-copied");
  } catch (error) {
    getSelection().selectAllChildren(text);
    said.textContent = "Selected, to be copied";
  }
});
