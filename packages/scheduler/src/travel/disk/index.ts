export { diskCache } from "./diskCache.js";
