import { post } from "./post.ts";
import { temporaryProject, type Project } from "./project.ts";
import { startListener } from "./running-listener.ts";

/** A project whose last `listen`, with these arguments, took these bodies one after another and ended. */
export async function recordedProject(
  bodies: readonly (Buffer | string)[],
  args: readonly string[] = [],
): Promise<Project> {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, [...args, "--count", String(bodies.length)]);
  for (const body of bodies) {
    const { status } = await post(url, body);
    if (status !== 200) throw new Error(`The listener answered ${status}.`);
  }
  await ended;
  return project;
}
