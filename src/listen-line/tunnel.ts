/** A change of the tunnel. Lines before `ready` go to stderr. */
export interface TunnelLine {
  type: "tunnel";
  /** `fetching`, `fetched`: the download of cloudflared; `resumed`: a kept tunnel is used again; `ended`: a kept tunnel did not fit this `listen` and was closed; `cleared`: a tunnel that an earlier `listen` left behind was closed */
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
  /** of `fetching` and `fetched`: the size of the download, in bytes */
  bytes?: number;
  /** of `fetching`: the download's folder, an absolute path */
  into?: string;
  /** of `opening`: the kind of tunnel */
  tunnel?: string;
  /** of `changed`: the new address; AppDirect still posts to the old one */
  url?: string;
  /** of `changed`: the old address */
  before?: string;
  /** of `changed` and `ended`: the reason; missing in `changed` if it is not known */
  why?: string;
  /** of `changed`: the new address where a sender gets access tokens; missing unless `--auth` is a kind of OAuth2 */
  tokenUrl?: string;
  /** of `resumed`: how many requests got 503 while nobody listened; AppDirect retries */
  refused?: number;
  /** in ms; of `fetched`: how long it took; of `resumed`: how long nobody listened; of `regained`: how long it was lost; of `slept`: how long the machine slept; of `retrying`: until the next attempt */
  ms?: number;
  /** of `retrying` and `warning`: what happened, for programs */
  code?: string;
  /** of `retrying` and `warning`: the same in a sentence */
  message?: string;
  /** of `retrying` and `warning`: what to do; missing if there is nothing to do */
  hint?: string;
  /** of `retrying` and `warning`: the last lines that the tunnel's program printed; missing if the message says enough */
  output?: readonly string[];
  /** of `cleared`: the process id */
  pid?: number;
}
