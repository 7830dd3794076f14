/** Waits until something holds, looking again and again; a test that waits in vain ends by the runner's own limit. */
export async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const value = await look()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
