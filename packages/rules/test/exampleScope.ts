/** What the examples in docstrings take as given: the national pack with its cases, and a county's. */
export { cases, pack as national } from "../src/packs/cn.js";
export { pack as county } from "../src/packs/cn-500229-chengkou.js";
