/** Some readers (Python's splitlines among them) take these for line ends too; escaped, they are the same JSON. */
export function oneLine(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
