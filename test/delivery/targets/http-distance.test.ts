import { expect, test } from "vitest";
import { commandTarget, isLoopback, isPrivate, parseTarget } from "../../../src/delivery/index.ts";

test.each([
  "3000",
  "127.0.0.1:3000",
  "http://127.9.9.9/",
  "http://127.1/",
  "[::1]:3000",
  "http://[::ffff:127.0.0.1]/",
  "http://LOCALHOST./",
  "http://crm.localhost:3000/",
  "0.0.0.0:3000",
  "[::]:3000",
])("%s is on loopback", (text) => {
  expect(isLoopback(parseTarget(text))).toBe(true);
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
  "http://crm.localhost/",
  "http://host.docker.internal:3000/",
])("%s is private", (text) => {
  expect(isPrivate(parseTarget(text))).toBe(true);
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
  const target = parseTarget(text);
  expect([isLoopback(target), isPrivate(target)]).toEqual([false, false]);
});

test("a command runs on this machine", () => {
  expect(isLoopback(commandTarget("node handle.js"))).toBe(true);
});
