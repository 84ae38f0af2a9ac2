export { demo, type DemoNotice, type DemoResult } from "./demo.ts";
