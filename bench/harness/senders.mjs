// Senders that take little of the processor: a socket each, one event after the other.
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Sends `count` events on so many connections, with a pause after each where `pauseMs` says so. Gives how many were answered 200, the time in ms, and what each took from
 * its first byte to its answer, in ms.
 */
export async function sendAll(url, { count, connections, bodyOf, pauseMs }) {
  const address = new URL(url);
  const latencies = [];
  let next = 0;
  let accepted = 0;
  const began = performance.now();
  const sendOn = async () => {
    const sender = await openSender(address);
    for (let number = next++; number < count; number = next++) {
      const sent = performance.now();
      if ((await sender.send(bodyOf(number))) === 200) accepted += 1;
      latencies.push(performance.now() - sent);
      if (pauseMs !== undefined) await pause(pauseMs);
    }
    sender.close();
  };
  await Promise.all(Array.from({ length: connections }, sendOn));
  return { accepted, ms: performance.now() - began, latencies };
}

/** A connection to `url`; `send(body)` resolves with the status of the answer, undefined where the connection ended. */
export function openSender({ hostname, port, pathname, host }) {
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: `;
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let answer = "";
  let done = () => undefined;
  socket.setEncoding("latin1").on("data", (text) => {
    answer += text;
    if (!isWhole(answer)) return;
    const status = Number(answer.slice(9, 12));
    answer = "";
    done(status);
  });
  const sender = {
    send(body) {
      return new Promise((resolve) => {
        done = resolve;
        socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      });
    },
    close: () => socket.destroy(),
  };
  return new Promise((opened, fail) => {
    socket.once("connect", () => opened(sender));
    socket.once("error", fail).once("close", () => done(undefined));
  });
}

function isWhole(answer) {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end));
  if (length !== null) return answer.length >= end + 4 + Number(length[1]);
  return !/^transfer-encoding: chunked/im.test(answer.slice(0, end)) || answer.endsWith("0\r\n\r\n");
}

/** The uuid of the nth event. */
export function uuidOf(number) {
  return `${number.toString(16).padStart(8, "0")}-0001-4000-8000-000000000001`;
}

/** A user added, with a uuid of its own, of about so many bytes. */
export function userEvent(number, bytes) {
  const content = { firstName: "Ada", note: "n".repeat(bytes - 200) };
  return JSON.stringify({
    uuid: uuidOf(number),
    timestamp: 1_795_442_711_000,
    resource: { type: "USER", uuid: `user-${number}`, content },
    resourceAction: "ADDED",
  });
}
