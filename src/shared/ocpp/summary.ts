export interface CallContext {
  direction: 'in' | 'out' | null
  statusBefore: string | null
}
export function summariseCall(action: string, payload: unknown, context: CallContext): string {
  return action
}
export function summariseAnswer(action: string | null, call: unknown, answer: unknown): string {
  return 'answered'
}
export function summariseError(action: string | null, code: string, description: string): string {
  return `${action ?? 'call'} failed: ${code} ${description}`
}
export function summariseMalformed(reason: string): string {
  return `Not an OCPP frame: ${reason}`
}
export function summariseEvent(kind: string, data: unknown): string {
  return kind
}
