export interface CommandLine {
  /** The app's folder or main module. */
  entry: string | undefined
  /** Scripts given with `-r`, as Playwright does. */
  preloaded: string[]
  /** `--name=value`, wherever it stands. */
  switches: Map<string, string>
}

/** Reads Electron's command line: `electron [-r script] [--switch[=value]] APP [--switch[=value]]`. */
export function readCommandLine(args: string[]): CommandLine {
  const preloaded: string[] = []
  const switches = new Map<string, string>()
  let entry: string | undefined
  const rest = args.values()
  for (const arg of rest) {
    const given = /^--([^=]+)=?(.*)$/s.exec(arg)
    if (given) switches.set(given[1] as string, given[2] as string)
    else if (arg === '-r') preloaded.push(rest.next().value as string)
    else entry ??= arg
  }
  return { entry, preloaded, switches }
}
