import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { commandTarget } from "../../harness/command-target.ts";

test.each([
  "3000",
  "127.0.0.1:3000",
  "http://127.9.9.9/",
  "http://127.1/",
  "[::1]:3000",
  "http://[::ffff:127.0.0.1]/",
  "http://LOCALHOST./",
  "http://crm.localhost:3000/",
  "http://crm.localhost/",
  "0.0.0.0:3000",
  "[::]:3000",
])("%s is on loopback", (text) => {
  expect(parseTarget(text).address.distance).toBe("this machine");
});

test.each([
  "10.1.2.3:80",
  "172.16.0.1:80",
  "172.31.255.255:80",
  "192.168.1.7:8080",
  "169.254.0.1:80",
  "[fd12::1]:80",
  "[fe80::1]:80",
  "[febf::1]:80",
  "http://printer.local/",
  "http://host.docker.internal:3000/",
])("%s is private", (text) => {
  expect(parseTarget(text).address.distance).toBe("private network");
});

test.each([
  "https://crm.example.com",
  "https://localhost.example.com",
  "http://mylocal/",
  "http://notlocalhost/",
  "8.8.8.8:80",
  "172.15.0.1:80",
  "172.32.0.1:80",
  "192.169.0.1:80",
  "128.0.0.1:80",
  "[2001:db8::1]:80",
  "[fec0::1]:80",
])("%s is neither loopback nor private", (text) => {
  expect(parseTarget(text).address.distance).toBe("far");
});

test("a command runs on this machine", () => {
  expect(commandTarget("node handle.js").address.distance).toBe("this machine");
});
