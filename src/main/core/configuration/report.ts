import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import type { SettingType } from '../../../shared/ocpp/configuration-keys.ts'
import { standardVariable } from '../../../shared/ocpp/device-model-variables.ts'
import { type Fields, fields, list, number, text } from '../../../shared/ocpp/payload.ts'
import { isSecretKey } from '../../../shared/ocpp/words/show.ts'
import { described } from './item.ts'
import { type VariableAddress, variableKey } from './variable-name.ts'

/** The parts of one report, joined (OCPP 2.0.1 part 2, B07: NotifyReport with seqNo and tbc). */
export interface ReportJoiner {
  /** Takes a part; those of other requests are left alone, and a repeated one counts once. @returns whether it was ours */
  take: (payload: unknown) => boolean
  /** The last part (without tbc) and all before it are there. */
  complete: () => boolean
  /** Numbers of parts that must have been lost, as far as can be told. */
  missing: () => number[]
  /** Settings that were too many, or too long, to be kept. */
  leftOut: () => number
  items: () => ConfigurationItem[]
}

/** More parts than any device model has: a number beyond is a mistake. */
const MOST_PARTS = 100_000
/** More settings than any charger has, and characters of all their texts together: what comes beyond is counted, not kept. */
const MOST_ITEMS = 20_000
const MOST_CHARACTERS = 20_000_000

export function createReportJoiner(requestId: number): ReportJoiner {
  const parts = new Map<number, ConfigurationItem[]>()
  let last: number | null = null
  let itemsLeft = MOST_ITEMS
  let charactersLeft = MOST_CHARACTERS
  let leftOut = 0

  const missing = (): number[] => {
    const end = last ?? [...parts.keys()].reduce((most, seqNo) => Math.max(most, seqNo), -1)
    return Array.from({ length: end + 1 }, (_none, seqNo) => seqNo).filter((seqNo) => !parts.has(seqNo))
  }
  /** As many of the items as there is room for. */
  const kept = (data: unknown[]): ConfigurationItem[] => {
    const items: ConfigurationItem[] = []
    for (const datum of data) {
      for (const item of variableItems(fields(datum))) {
        const size = sizeOf(item)
        if (itemsLeft < 1 || size > charactersLeft) leftOut += 1
        else {
          itemsLeft -= 1
          charactersLeft -= size
          items.push(item)
        }
      }
    }
    return items
  }
  return {
    take: (payload) => {
      const part = fields(payload)
      const seqNo = number(part['seqNo'])
      if (number(part['requestId']) !== requestId || seqNo === null || !Number.isInteger(seqNo) || seqNo < 0 || seqNo > MOST_PARTS)
        return false
      if (!parts.has(seqNo)) parts.set(seqNo, kept(list(part['reportData'])))
      // A charger that leaves tbc out has said that nothing follows: its default is false.
      if (part['tbc'] !== true) last = Math.max(last ?? 0, seqNo)
      return true
    },
    // Their numbers are counted first: to look for each at every part takes long where there are many.
    complete: () => last !== null && parts.size > last && missing().length === 0,
    missing,
    leftOut: () => leftOut,
    items: () => {
      const inOrder = [...parts].toSorted(([a], [b]) => a - b).flatMap(([, items]) => items)
      return [...new Map(inOrder.map((item) => [item.key, item])).values()]
    },
  }
}

/** Characters of what the charger wrote in it. */
function sizeOf({ key, value, unit, items }: ConfigurationItem): number {
  const choices = items?.reduce((sum, item) => sum + item.length + 8, 0) ?? 0
  return key.length + (value?.length ?? 0) + (unit?.length ?? 0) + choices
}

/** The settings of one ReportData: a variable has up to four attributes. */
function variableItems(data: Fields): ConfigurationItem[] {
  const place = placeOf(data)
  if (place === null) return []
  const definition = standardVariable(place.component.name, place.variable.name)
  const limits = limitsOf(fields(data['variableCharacteristics']))
  const secretName = isSecretKey(place.variable.name)
  return list(data['variableAttribute']).map((attribute): ConfigurationItem => {
    const { type, value, mutability } = fields(attribute)
    const kind = attributeKinds.find((each) => each === type) ?? 'Actual'
    const may = mutabilities.find((each) => each === mutability) ?? 'ReadWrite'
    const secret = secretName || may === 'WriteOnly'
    const said = valueText(value)
    return {
      ...described(definition),
      ...limits,
      unit: limits.unit ?? definition?.unit ?? null,
      type: limits.type ?? definition?.type ?? null,
      key: variableKey({ ...place, attribute: kind }),
      value: secret ? null : said,
      withheld: secret && said !== null && said !== '',
      attribute: kind,
      mutability: may,
      readonly: may === 'ReadOnly',
      secret,
    }
  })
}

function placeOf(data: Fields): Pick<VariableAddress, 'component' | 'variable'> | null {
  const component = fields(data['component'])
  const variable = fields(data['variable'])
  const [componentName, variableName] = [text(component['name']), text(variable['name'])]
  if (componentName === null || variableName === null) return null
  const evse = fields(component['evse'])
  const evseId = number(evse['id'])
  return {
    component: {
      name: componentName,
      instance: text(component['instance']),
      evse: evseId === null ? null : { id: evseId, connectorId: number(evse['connectorId']) },
    },
    variable: { name: variableName, instance: text(variable['instance']) },
  }
}

const attributeKinds = ['Actual', 'Target', 'MinSet', 'MaxSet'] as const
const mutabilities = ['ReadOnly', 'WriteOnly', 'ReadWrite'] as const
const types: Record<string, SettingType> = {
  string: 'text',
  decimal: 'decimal',
  integer: 'integer',
  dateTime: 'time',
  boolean: 'boolean',
  OptionList: 'choice',
  SequenceList: 'list',
  MemberList: 'list',
}

/** VariableCharacteristicsType: what the charger itself says of the variable goes before what we know. */
function limitsOf(characteristics: Fields): Pick<ConfigurationItem, 'type' | 'unit' | 'items' | 'least' | 'most'> {
  const values = text(characteristics['valuesList'])
  return {
    type: types[text(characteristics['dataType']) ?? ''] ?? null,
    unit: text(characteristics['unit']),
    items: values === null ? null : values.split(',').map((item) => item.trim()),
    least: number(characteristics['minLimit']),
    most: number(characteristics['maxLimit']),
  }
}

/** A value as text; chargers send numbers and booleans too. */
export function valueText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : null
}
