import { createSocket } from "node:dgram";
import { setTimeout as sleep } from "node:timers/promises";

/** A DNS server that knows the tunnel's name from some time after its first connection on (RFC 1035). */
export async function startDns(port, { edge, hostname, settings, report }) {
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const name = nameIn(question);
    const { publishAfterMs = 0 } = settings;
    const isDue = edge.connectedAt !== undefined && Date.now() - edge.connectedAt >= publishAfterMs;
    const answered = name === hostname && (edge.isPublished || isDue);
    report("asked", { name, answered });
    socket.send(answerTo(question, answered), from.port, from.address);
  });
  for (let tries = 0; ; tries += 1) {
    try {
      await new Promise((resolve, reject) => socket.once("error", reject).bind(port, "127.0.0.1", resolve));
      return;
    } catch (cause) {
      if (tries > 40) throw cause;
      await sleep(50); // its predecessor may still have it
    }
  }
}

const header = 12;

function nameIn(question) {
  const labels = [];
  for (let at = header; question[at] > 0; at += question[at] + 1)
    labels.push(question.toString("latin1", at + 1, at + 1 + question[at]));
  return labels.join(".");
}

function answerTo(question, known) {
  const asked = question.subarray(0, endOfQuestion(question));
  const answer = known ? Buffer.from([0xc0, header, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 2]) : Buffer.alloc(0);
  const reply = Buffer.concat([asked, answer]);
  reply.writeUInt16BE(known ? 0x8180 : 0x8183, 2); // 3: there is no such name
  reply.writeUInt16BE(known ? 1 : 0, 6);
  reply.writeUInt32BE(0, 8);
  return reply;
}

function endOfQuestion(question) {
  let at = header;
  while (question[at] > 0) at += question[at] + 1;
  return at + 5; // the name's end, its type and its class
}
