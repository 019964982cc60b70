/* Citations: copies the one that is shown. Where a page has no secure address the browser lends no
   clipboard; then the text is selected. */

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-bs-copy]");
  if (!button) return;
  const text = button.closest("div").querySelector("pre");
  const said = document.querySelector("#bs_said");
  try {
    await navigator.clipboard.writeText(text.textContent);
    said.textContent = "Copied";
  } catch (error) {
    getSelection().selectAllChildren(text);
    said.textContent = "Selected, to be copied";
  }
});
