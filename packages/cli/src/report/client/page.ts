/** Browser code: reads the embedded data, makes elements without ever parsing text as HTML, and switches the language. */
export const pageScript = String.raw`
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const lang = () => (root.lang === "en" ? "en" : "zh");
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
const word = (name, values = {}) => fill(data.words[name][lang()], values);

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}
const make = (tag, attributes = {}, ...children) => build(document.createElement(tag), attributes, children);
const draw = (tag, attributes = {}, ...children) => build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
const say = ({ zh, en }) => (zh === en ? [zh] : [make("span", { class: "zh", lang: "zh-CN" }, zh), make("span", { class: "en", lang: "en" }, en)]);
const sayWord = (name, values = {}) => say({ zh: fill(data.words[name].zh, values), en: fill(data.words[name].en, values) });

const onLanguage = [];
function setLanguage(code) {
  root.lang = code;
  for (const element of document.querySelectorAll("[data-into]")) {
    const text = element.dataset[lang()];
    if (element.dataset.into === "text") element.textContent = text;
    else element.setAttribute(element.dataset.into, text);
  }
  byId("language").lang = lang() === "en" ? "zh-CN" : "en";
  for (const redraw of onLanguage) redraw();
}
byId("language").addEventListener("click", () => setLanguage(lang() === "en" ? "zh-CN" : "en"));
byId("print").addEventListener("click", () => window.print());
`;
