export { statusAnswer } from "./answers.ts";
export { openGate, type Gate } from "./gate.ts";
export { landingPage } from "./landing-page.ts";
export { startListener, type ListenerOptions } from "./listener.ts";
export { receive, type Refusal } from "./receive.ts";
export type { Behind, RunningServer } from "./server.ts";
