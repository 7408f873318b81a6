export * as field from "./field.js";
export * from "./fields.js";
export * from "./parse.js";
export * from "./register.js";
