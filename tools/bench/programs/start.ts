import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Starts a program of this folder, and waits for the first thing that it sends. */
export async function startProgram(
  name: string,
  args: string[] = [],
): Promise<{ child: ChildProcess; first: unknown; stop: () => Promise<void> }> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), args)
  const exited = once(child, 'exit')
  const first = await Promise.race([
    once(child, 'message').then(([message]: unknown[]) => message),
    exited.then(([code]: unknown[]) => Promise.reject(new Error(`${name} ended with ${String(code)}`))),
  ])
  return {
    child,
    first,
    stop: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
