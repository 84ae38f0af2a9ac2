import { expect, test } from "vitest";
import { proxies } from "../../../src/doctor/checks/proxies.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";

const judged = async (env: Record<string, string>) => proxies(await checkSurroundings({ machine: { env } }));

test.each([[{}], [{ HTTPS_PROXY: "" }], [{ NO_PROXY: "example.com", MY_HTTPS_PROXY: "http://a:1" }]])(
  "with %j there is none",
  async (env) => {
    expect(await judged(env)).toEqual([{ state: "ok", message: "No proxy is set." }]);
  },
);

test.each([
  ["HTTPS_PROXY", "http://proxy.example.com:8080", "proxy.example.com:8080"],
  ["https_proxy", "http://proxy.example.com:8080/", "proxy.example.com:8080"],
  ["http_proxy", "proxy.example.com:8080", "proxy.example.com:8080"],
  ["ALL_PROXY", "socks5://10.0.0.1:1080", "10.0.0.1:1080"],
  ["all_proxy", "http://[::1]:8080", "[::1]:8080"],
  ["HTTP_PROXY", "%", "no address"],
])("%s=%s is named with its place", async (name, value, place) => {
  const [found] = await judged({ [name]: value });
  expect(found).toMatchObject({ state: "note", message: `${name} (${place}): cloudflared does not use proxies.` });
});

test.each([
  ["http://me:hidden@proxy:8080", "proxy:8080"],
  ["me:hidden@proxy:8080", "proxy:8080"],
  ["http://hidden@proxy:8080", "proxy:8080"],
  ["http://me:hid@hidden@proxy:8080", "proxy:8080"],
  ["http://me:12/hidden@proxy:8080", "no address"],
  ["http://me:12#hidden@proxy:8080", "no address"],
  ["http://me:12?hidden@proxy:8080", "no address"],
  ["http://me:a@hidden:12/b@proxy:8080", "no address"],
  ["me:a@hidden:12/b@proxy:8080", "no address"],
  ["socks5://me:12/hidden@proxy:1080", "no address"],
  ["http://me:hidden/12@proxy:8080", "no address"],
])(
  "of %s nothing is told but the place, and none where a part of the password may be taken for it",
  async (value, place) => {
    const found = await judged({ HTTPS_PROXY: value });
    expect(found).toMatchObject([{ message: `HTTPS_PROXY (${place}): cloudflared does not use proxies.` }]);
    expect(JSON.stringify(found)).not.toMatch(/hidden|\bme\b|12/);
  },
);

test("several are named in one line, in an order of their own", async () => {
  const [found, another] = await judged({ https_proxy: "http://b:2", ALL_PROXY: "http://a:1" });
  expect([found?.message, another]).toEqual([
    "ALL_PROXY (a:1), https_proxy (b:2): cloudflared does not use proxies.",
    undefined,
  ]);
  expect(found?.mend).toEqual([
    "It needs a direct connection: TCP port 443 to api.trycloudflare.com, and port 7844 to Cloudflare.",
  ]);
});
