import { isFrameAt } from '../text/json-end.ts'
import { readMoment } from '../time/moment.ts'
import type { ColumnMap } from '../types.ts'
import { messageTypeOf } from '../formats/put-together.ts'
import { directionOf } from '../formats/words.ts'

/** Names of columns, as exports of backends write them; without case, spaces and signs. */
const names: Record<keyof ColumnMap, RegExp> = {
  frame: /^(?:(?:ocpp|raw)?(?:message|msg|frame|log|data)|raw|rawmessage|ocppmessage|messagecontent|content|json|body)$/,
  time: /^(?:time|timestamp|date|datetime|at|created(?:at|on)?|received(?:at|on)?|logged(?:at|on)?|sent(?:at)?|timestamputc|utc|eventtime|messagetime)$/,
  chargerId:
    /^(?:charge(?:r|point|box|station)?(?:id|identity|name|code)?|charg(?:er|ing)station(?:id)?|station(?:id|name)?|cp(?:id)?|identity|identifier|evse(?:id)?|device(?:id)?|clientid)$/,
  direction: /^(?:direction|dir|origin|sender|source|from|flow|initiator|initiatedby)$/,
  payload: /^(?:payload|request(?:payload|body)?|body|data|parameters|req)$/,
  answer: /^(?:response|answer|result|conf|confirmation|response(?:payload|body)|res)$/,
  action: /^(?:action|event|messagename|command|operation|method|ocppaction|messageaction|feature|name)$/,
  messageId: /^(?:messageid|uniqueid|correlationid|msgid|requestid|callid|ocppmessageid|id)$/,
  messageType: /^(?:messagetype|messagetypeid|msgtype|type|kind|category)$/,
}

export interface Guess {
  columns: ColumnMap
  /** Nobody needs to be asked. */
  plain: boolean
}

/** Which column holds what, by the columns' names and by what is in the first rows. Null where it is no table of messages. */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]): Guess | null {
  const share = (column: number, is: (cell: string) => boolean): number => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  const taken = new Set<number>()
  const columns: ColumnMap = {}
  const give = (role: keyof ColumnMap, column: number): void => {
    if (column === -1 || taken.has(column) || columns[role] !== undefined) return
    columns[role] = header[column] ?? ''
    taken.add(column)
  }
  const find = (is: (column: number) => boolean): number => header.findIndex((_, column) => !taken.has(column) && is(column))
  const named = (role: keyof ColumnMap) => (column: number) => names[role].test(plainName(header[column] ?? ''))

  give(
    'frame',
    find((column) => share(column, isFrame) > 0.5),
  )
  // A second column of frames is that of the answers.
  give('answer', columns.frame === undefined ? -1 : find((column) => share(column, isFrame) > 0.5))
  give(
    'time',
    find((column) => named('time')(column) && share(column, isTime) > 0.5),
  )
  if (columns.time === undefined)
    give(
      'time',
      find((column) => share(column, isTime) > 0.8),
    )
  give(
    'direction',
    find((column) => named('direction')(column) && share(column, isDirection) > 0.5),
  )
  if (columns.direction === undefined)
    give(
      'direction',
      find((column) => share(column, isDirection) > 0.9),
    )
  give(
    'messageType',
    find((column) => named('messageType')(column) && share(column, isType) > 0.5),
  )
  if (columns.messageType === undefined)
    give(
      'messageType',
      find((column) => share(column, isType) > 0.9),
    )
  give(
    'action',
    find((column) => named('action')(column) && share(column, isAction) > 0.5),
  )
  if (columns.action === undefined)
    give(
      'action',
      find((column) => share(column, isKnownAction) > 0.5),
    )
  if (columns.frame === undefined) {
    give(
      'payload',
      find((column) => (named('payload')(column) || named('frame')(column)) && share(column, isObject) > 0.5),
    )
    if (columns.payload === undefined)
      give(
        'payload',
        find((column) => share(column, isObject) > 0.5),
      )
    give('answer', columns.payload === undefined ? -1 : find((column) => named('answer')(column) && share(column, isObject) > 0))
  }
  give(
    'messageId',
    find((column) => named('messageId')(column) && plainName(header[column] ?? '') !== 'id'),
  )
  give('chargerId', find(named('chargerId')))
  // `id` is the charger's where the frames bring their own.
  give(
    columns.frame === undefined && columns.messageId === undefined ? 'messageId' : 'chargerId',
    find((column) => /^id$/i.test(header[column] ?? '')),
  )
  if (columns.chargerId !== undefined && share(header.indexOf(columns.chargerId), (cell) => cell !== '') === 0) delete columns.chargerId

  const message =
    columns.frame !== undefined || (columns.payload !== undefined && (columns.action !== undefined || columns.messageType !== undefined))
  if (!message && !(columns.action !== undefined && columns.time !== undefined)) return null
  const wholeFrames = columns.frame !== undefined && columns.answer === undefined
  return { columns, plain: columns.time !== undefined && columns.chargerId !== undefined && (wholeFrames || columns.action !== undefined) }
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function isFrame(cell: string): boolean {
  return isFrameAt(cell, 0)
}

function isTime(cell: string): boolean {
  return readMoment(cell) !== null
}

function isDirection(cell: string): boolean {
  return directionOf(cell) !== null
}

function isType(cell: string): boolean {
  return messageTypeOf(cell) !== null
}

function isAction(cell: string): boolean {
  return /^[A-Z][A-Za-z]{3,50}(?:\.(?:req|conf)|Request|Response)?$/.test(cell)
}

function isKnownAction(cell: string): boolean {
  return /^(?:BootNotification|Heartbeat|StatusNotification|MeterValues|Authorize|StartTransaction|StopTransaction|TransactionEvent)/.test(
    cell,
  )
}

function isObject(cell: string): boolean {
  return cell.startsWith('{') && cell.endsWith('}')
}
