import { BlockList, isIP } from "node:net";
import type { Distance } from "../address.ts";

/** How far away a URL leads, judged by its name or literal address alone: nothing is looked up. */
export function distanceTo(url: string): Distance {
  const host = hostOf(url);
  if (isLoopbackName(host) || isWithin(loopback, host)) return "this machine";
  const isPrivateName = /\.local(host)?$/.test(host) || host === "host.docker.internal";
  return isPrivateName || isWithin(privateRanges, host) ? "private network" : "far";
}

/** `localhost` and what is below it, which RFC 6761, 6.3 gives to loopback. */
export function isLoopbackName(host: string): boolean {
  return /^(?:.+\.)?localhost\.?$/i.test(host);
}

/** The port of a URL, also where it is the one of its scheme. */
export function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === "https:" ? 443 : 80);
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$|\.$/g, "");
}

function isWithin(ranges: BlockList, host: string): boolean {
  const family = isIP(host);
  return family !== 0 && ranges.check(host, family === 6 ? "ipv6" : "ipv4");
}

/** 0.0.0.0 and ::, which servers print as their address, lead to this machine as well. */
const loopback = rangesOf(["127.0.0.0/8", "0.0.0.0/32", "::1/128", "::/128"]);
const privateRanges = rangesOf([
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "fc00::/7",
  "fe80::/10",
]);

function rangesOf(subnets: readonly string[]): BlockList {
  const ranges = new BlockList();
  for (const subnet of subnets) {
    const [address = "", prefix] = subnet.split("/");
    ranges.addSubnet(address, Number(prefix), address.includes(":") ? "ipv6" : "ipv4");
  }
  return ranges;
}
