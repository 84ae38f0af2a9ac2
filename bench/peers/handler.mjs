// A minimal handler: reads the body of each POST and answers 200. Prints its address; a GET gives the times at which
// POSTs were read, in ms of the epoch, as a list, and begins anew.
import { createServer } from "node:http";

let times = [];

const server = createServer((call, answer) => {
  const chunks = [];
  call.on("data", (chunk) => chunks.push(chunk));
  call.on("end", () => {
    if (call.method === "GET") {
      answer.end(JSON.stringify(times));
      times = [];
      return;
    }
    Buffer.concat(chunks);
    times.push(performance.timeOrigin + performance.now());
    answer.end();
  });
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
