/**
 * Whether an error is the fault of a row and would come again however often it is tried, such as a value that its column
 * does not take. All else is the disk's, the database's or the machine's (full, locked, gone), and may be over in a while.
 */
export function isOfARow(error: unknown): boolean {
  // What better-sqlite3 throws for a value that it cannot bind.
  if (error instanceof TypeError || error instanceof RangeError) return true
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)/.test(code)
}
