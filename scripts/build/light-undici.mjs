/**
 * Leaves out of undici what nothing of ours asks it for: HTTP/2, for which it loads node:http2 at once, 24 ms, and bodies
 * that are forms or streams, a third of all its text.
 */
export function lightUndici() {
  return {
    name: "light-undici",
    load: (id) => (leftOut.test(id) ? failing : null),
  };
}

const leftOut = /[\\/]undici[\\/]lib[\\/](?:dispatcher[\\/]client-h2|web[\\/]fetch[\\/]body)\.js$/;

const failing = `
const fail = () => {
  throw new Error("this part of undici is left out of the bundle");
};
module.exports = Object.assign(fail, { extractBody: fail });`;
