import type { Machine } from "../../provider.ts";

const releases = "https://github.com/cloudflare/cloudflared/releases/latest";

/** As the releases name them. */
const architectures: Record<string, string> = { x64: "amd64", arm64: "arm64", arm: "arm", ia32: "386" };

/** What a user types to install cloudflared on this platform, each line of it. */
export function installedBy({ platform, architecture }: Pick<Machine, "platform" | "architecture">): string[] {
  if (platform === "darwin") return ["Install it:", "  brew install cloudflared"];
  if (platform === "win32") return ["Install it:", "  winget install --id Cloudflare.cloudflared"];
  const name = architectures[architecture];
  if (platform !== "linux" || name === undefined) return ["Install it from:", `  ${releases}`];
  return [
    "Install it (~/.local/bin must be on PATH):",
    `  curl -fL --create-dirs -o ~/.local/bin/cloudflared ${releases}/download/cloudflared-linux-${name}`,
    "  chmod +x ~/.local/bin/cloudflared",
  ];
}
