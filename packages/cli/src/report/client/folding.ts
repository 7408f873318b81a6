/** Browser code: rows that unfold, long tables that show all. */
export const foldingScript = `
// what a reader of paper cannot unfold
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll(".banner details:not([open])")];
  for (const details of closed) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button === null) return;
  if (button.classList.contains("unfold")) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    button.closest("tbody").classList.toggle("open", open);
  }
  if (button.classList.contains("show-all")) {
    const note = button.closest(".rest");
    const region = note.previousElementSibling;
    const rest = region.querySelector("template");
    rest.replaceWith(rest.content);
    note.remove();
    region.focus({ preventScroll: true });
  }
});
`;
