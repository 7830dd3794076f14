import { expect, test } from 'vitest'
import type { Quirk } from '../../../src/shared/domain/quirk.ts'
import { quirkTicket } from '../../../src/shared/ocpp/quirk-ticket.ts'

const at = Date.parse('2026-03-01T10:00:00Z')
const quirk: Quirk = {
  code: 'numeric-message-id',
  title: 'Message id as a number',
  text: 'The message id 7 is a number; the standard wants a text.',
  rule: 'The message id is a text (OCPP-J 1.6 §4.1.4).',
  coped: 'It was read as its digits.',
  count: 3,
  actions: ['Heartbeat'],
  firstSeq: 1,
  firstAt: at,
  lastSeq: 9,
  lastAt: at + 1_000,
  example: { seq: 9, at: at + 1_000, raw: '[2,7,"Heartbeat",{}]' },
}
const charger = { id: 'GARAGE-07', protocol: 'ocpp1.6', bootInfo: null }

test('a ticket names the charger, each quirk with its rule and count, and a frame as it came', () => {
  const ticket = quirkTicket(charger, [quirk])
  expect(ticket).toContain('# Deviations from OCPP of charger `GARAGE-07`')
  expect(ticket).toContain('## 1. Message id as a number (3 times)')
  expect(ticket).toContain('OCPP-J 1.6 §4.1.4')
  expect(ticket).toContain('```json\n[2,7,"Heartbeat",{}]\n```')
  expect(ticket).toContain('First: 2026-03-01T10:00:00.000Z, last: 2026-03-01T10:00:01.000Z')
})

test('nothing that a charger writes becomes markup, and no secret is told', () => {
  const raw = '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"hunter2","x":"```\\n# owned"}]'
  const hostile = quirkTicket({ ...charger, id: 'A`B' }, [
    { ...quirk, text: '<img src=x> [link](http://x)', example: { ...quirk.example, raw } },
  ])
  expect(hostile).toContain('`` A`B ``')
  expect(hostile).toContain(String.raw`\<img src=x\> \[link\](http://x)`)
  expect(hostile).toContain('````json')
  expect(hostile).not.toContain('hunter2')
})
