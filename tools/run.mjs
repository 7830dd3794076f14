// `node tools/run.mjs NAME [options]` runs tools/NAME.ts. Plain JavaScript, so that a Node.js which is too old to read
// TypeScript still says so in a sentence.
const [major, minor] = process.versions.node.split('.').map(Number)
const [name, ...args] = process.argv.slice(2)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Chargebench needs Node.js 22.18 or later, and this is ${process.versions.node}.`)
  console.error('Run it with `npm start`, which brings Node.js 24 on Linux and Windows; on macOS install a newer Node.js.')
  process.exit(1)
}

// npm passes SIGTERM on to the shell between it and this process, which ends without passing it on.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && process.kill(process.pid, 'SIGTERM'), 100).unref()
}

process.argv = [process.argv[0], import.meta.filename, ...args]
await import(`./${name}.ts`)
