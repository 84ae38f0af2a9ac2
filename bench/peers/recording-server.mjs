// The peer of a recording `listen`: parses each body, writes it to a file, flushes, renames, answers.
// Usage: node recording-server.mjs <folder> [--no-record]: prints its address.
import { createServer } from "node:http";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";

const [folder, flag] = process.argv.slice(2);
const records = flag !== "--no-record";
let number = 0;

const server = createServer((call, answer) => {
  const chunks = [];
  call.on("data", (chunk) => chunks.push(chunk));
  call.on("end", () => void take(Buffer.concat(chunks), answer));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));

async function take(body, answer) {
  JSON.parse(body);
  if (records) await record(body);
  answer.writeHead(200).end();
}

async function record(body) {
  const path = join(folder, `${(number += 1)}.json`);
  const file = await open(`${path}.part`, "wx");
  await file.writeFile(body);
  await file.datasync();
  await file.close();
  await rename(`${path}.part`, path);
}
