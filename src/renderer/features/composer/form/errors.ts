import type { ErrorSchema } from '@rjsf/utils'
import type { PayloadProblem } from '../../../../shared/domain/composer.ts'

/** The problems as the form wants them: a tree of field names with texts at its nodes. */
export function errorTree(problems: readonly PayloadProblem[]): ErrorSchema {
  const root: ErrorSchema = {}
  for (const { path, text } of problems) {
    let node: ErrorSchema = root
    for (const part of pathParts(path)) {
      const branches = node as Record<string, ErrorSchema>
      node = Object.hasOwn(branches, part) && branches[part] ? branches[part] : (branches[part] = {})
    }
    // oxlint-disable-next-line no-underscore-dangle -- the form library's name
    ;(node.__errors ??= []).push(text)
  }
  return root
}

/** The names in a JSON pointer. `__proto__` names no field of any message, and would be no harmless key. */
function pathParts(path: string): string[] {
  const parts = path.split('/').slice(1)
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).filter((part) => part !== '__proto__')
}
