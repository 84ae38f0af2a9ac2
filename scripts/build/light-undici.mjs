/**
 * Leaves out of undici what nothing of ours asks it for: HTTP/2, for which it loads node:http2 at once, 24 ms, bodies
 * that are forms or streams, a third of all its text, and two of Node's modules that take 4 ms.
 */
export function lightUndici() {
  return {
    name: "light-undici",
    resolveId: (id, importer) => (id in light && isUndici.test(importer ?? "") ? `\0light-${id}` : null),
    load: (id) => (leftOut.test(id) ? failing : (light[id.replace("\0light-", "")] ?? null)),
  };
}

const isUndici = /[\\/]node_modules[\\/]undici[\\/]/;

/** What undici takes of them: of node:http the limit of headers, and what no body of ours is. */
const light = {
  "node:assert": `
module.exports = (isTrue, message) => {
  if (!isTrue) throw new Error(message ?? "undici expected something else");
};`,
  "node:http": `
const isSet = [...process.execArgv, process.env.NODE_OPTIONS].some((word) => /max.http.header.size/.test(word));
module.exports = { maxHeaderSize: isSet ? require("node:http").maxHeaderSize : 16_384, IncomingMessage: class {} };`,
};

const leftOut = /[\\/]undici[\\/]lib[\\/](?:dispatcher[\\/]client-h2|web[\\/]fetch[\\/]body)\.js$/;

const failing = `
const fail = () => {
  throw new Error("this part of undici is left out of the bundle");
};
module.exports = Object.assign(fail, { extractBody: fail });`;
