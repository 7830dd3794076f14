import { notifications } from '@mantine/notifications'
import { tellProblem } from '../../../ui/problem.ts'

/** Puts a text on the clipboard and says so; over plain HTTP from another computer, browsers have none. */
export function copy(text: string, what: string): void {
  const copied = async () => {
    await navigator.clipboard.writeText(text)
    notifications.show({ message: `Copied ${what}`, autoClose: 1_500 })
  }
  copied().catch((error: unknown) => tellProblem(error, `Could not copy ${what}`))
}
