import { expect, test } from "vitest";
import { routeTrouble } from "../../../../src/tunnel/cloudflared/connection/routes.ts";

const at = { publicUrl: "https://hooks.example.com", localUrl: "http://127.0.0.1:4747" };
const notFound = { service: "http_status:404" };

test.each(["http://localhost:4747", "http://127.0.0.1:4747", "https://[::1]:4747"])(
  "a route to %s leads here",
  (service) => {
    expect(routeTrouble([{ hostname: "hooks.example.com", service }, notFound], at)).toBeUndefined();
  },
);

test.each([
  ["http://localhost", "http://127.0.0.1:80"],
  ["https://localhost", "http://127.0.0.1:443"],
])("a route to %s leads to %s, for every scheme has its port", (service, localUrl) => {
  expect(routeTrouble([{ hostname: "hooks.example.com", service }], { ...at, localUrl })).toBeUndefined();
});

test("the path of the address, and capitals in its name, make no difference", () => {
  const routes = [{ hostname: "hooks.example.com", service: "http://localhost:4747" }];
  expect(routeTrouble(routes, { ...at, publicUrl: "https://Hooks.Example.com/orders" })).toBeUndefined();
});

test("a name that the tunnel does not take is told, with those that it takes", () => {
  // the first of cloudflare/cloudflared#976
  const routes = [
    { hostname: "ahtx.eu.org", service: "http://localhost:4747" },
    { hostname: "b.org", service: "x" },
    notFound,
  ];
  expect(routeTrouble(routes, at)).toEqual({
    code: "NO_ROUTE",
    message:
      "The tunnel of this token does not accept requests for hooks.example.com: its public hostnames are ahtx.eu.org, b.org.",
    hint: "Set it in Cloudflare's dashboard: public hostname hooks.example.com, service http://127.0.0.1:4747.",
  });
});

test.each([[[]], [[notFound]]])("a tunnel with %j has no public hostnames", (routes) => {
  expect(routeTrouble(routes, at)).toMatchObject({
    code: "NO_ROUTE",
    message: expect.stringMatching(/: it has no public hostname\.$/),
  });
});

test.each(["http://localhost:5244", "http://localhost", "http_status:404"])(
  "a route to %s leads elsewhere",
  (service) => {
    expect(routeTrouble([{ hostname: "hooks.example.com", service }], at)).toEqual({
      code: "OTHER_ROUTE",
      message: `The tunnel sends requests for hooks.example.com to ${service}, but this listener is at http://127.0.0.1:4747.`,
      hint: "Set it in Cloudflare's dashboard: public hostname hooks.example.com, service http://127.0.0.1:4747. Or listen on that port with --port.",
    });
  },
);

test("a wildcard, and a route without a name that leads here, take the calls too", () => {
  const to = { publicUrl: "https://hooks.example.com", localUrl: "http://127.0.0.1:4747" };
  const here = "http://localhost:4747";
  expect(routeTrouble([{ hostname: "*.example.com", service: here }], to)).toBeUndefined();
  expect(routeTrouble([{ service: here }], to)).toBeUndefined();
  expect(
    routeTrouble([{ hostname: "*.example.org", service: here }, { service: "http_status:404" }], to),
  ).toMatchObject({
    code: "NO_ROUTE",
  });
});
