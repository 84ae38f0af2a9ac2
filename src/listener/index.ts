export { statusAnswer } from "./answers.ts";
export { landingPage } from "./landing-page.ts";
export { startListener, type ListenerOptions } from "./listener.ts";
export { receive, type Refusal } from "./receive.ts";
export type { RunningServer } from "./server.ts";
