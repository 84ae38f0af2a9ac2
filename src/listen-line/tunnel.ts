/** What becomes of the tunnel. Those before `ready` go to stderr. */
export interface TunnelLine {
  type: "tunnel";
  /** `fetching`, `fetched`: the download of cloudflared; `resumed`: a kept tunnel goes on; `ended`: it does not fit this `listen`, and was ended; `cleared`: what an earlier `listen` left behind was ended */
  state:
    | "fetching"
    | "fetched"
    | "opening"
    | "resumed"
    | "ended"
    | "lost"
    | "regained"
    | "changed"
    | "slept"
    | "retrying"
    | "warning"
    | "cleared";
  /** of `fetching` and `fetched`: the version of cloudflared */
  version?: string;
  /** of `fetching` and `fetched`: how much is downloaded */
  bytes?: number;
  /** of `fetching`: the folder that it goes to */
  into?: string;
  /** of `opening`: the kind of tunnel */
  tunnel?: string;
  /** of `changed`: the new address; AppDirect still posts to the other one */
  url?: string;
  /** of `changed`: the address before */
  before?: string;
  /** of `changed` and `ended`: the reason, where it is known */
  why?: string;
  /** of `resumed`: how many calls got 503 while nobody listened; AppDirect sends them again */
  refused?: number;
  /** of `fetched` how long it took, of `resumed` how long nobody listened, of `regained` how long it was lost, of `slept` how long the machine slept, of `retrying` until the next try */
  ms?: number;
  /** of `retrying` and `warning`: what happened, for programs */
  code?: string;
  /** of `retrying` and `warning`: the same in a sentence */
  message?: string;
  /** of `retrying` and `warning`: what to do */
  hint?: string;
  /** of `retrying`: the last lines that the tunnel's program printed */
  output?: readonly string[];
  /** of `cleared`: its process */
  pid?: number;
}
