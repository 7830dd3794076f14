/** How a device-model variable is written as one key, and read again. */
export interface VariableAddress {
  component: { name: string; instance: string | null; evse: { id: number; connectorId: number | null } | null }
  variable: { name: string; instance: string | null }
  attribute: 'Actual' | 'Target' | 'MinSet' | 'MaxSet'
}

const part = String.raw`([^.()#:]+)(?:\(([^()]*)\))?`
const shape = new RegExp(String.raw`^${part}(?:#(\d+)(?:/(\d+))?)?\.${part}(?::(Target|MinSet|MaxSet))?$`)

/** `Connector(left)#1/2.AvailabilityState`, `:Target` appended where it is not the actual value. What would be ambiguous is escaped as in a URL. */
export function variableKey({ component, variable, attribute }: VariableAddress): string {
  const { evse } = component
  const place = evse === null ? '' : `#${evse.id}${evse.connectorId === null ? '' : `/${evse.connectorId}`}`
  return `${named(component)}${place}.${named(variable)}${attribute === 'Actual' ? '' : `:${attribute}`}`
}

/** The variable that a key names; null where it is written otherwise. */
export function variableAddress(key: string): VariableAddress | null {
  const found = shape.exec(key)
  if (!found) return null
  const [, component = '', componentInstance, evse, connector, variable = '', variableInstance, attribute] = found
  return {
    component: {
      name: plain(component),
      instance: componentInstance === undefined ? null : plain(componentInstance),
      evse: evse === undefined ? null : { id: Number(evse), connectorId: connector === undefined ? null : Number(connector) },
    },
    variable: { name: plain(variable), instance: variableInstance === undefined ? null : plain(variableInstance) },
    attribute: (attribute ?? 'Actual') as VariableAddress['attribute'],
  }
}

/** The address as SetVariables and GetVariables want it: without what is not there. */
export function wireVariable({ component, variable, attribute }: VariableAddress) {
  const { evse } = component
  return {
    attributeType: attribute,
    component: {
      name: component.name,
      ...(component.instance === null ? {} : { instance: component.instance }),
      ...(evse === null ? {} : { evse: { id: evse.id, ...(evse.connectorId === null ? {} : { connectorId: evse.connectorId }) } }),
    },
    variable: { name: variable.name, ...(variable.instance === null ? {} : { instance: variable.instance }) },
  }
}

function named({ name, instance }: { name: string; instance: string | null }): string {
  return instance === null ? escaped(name) : `${escaped(name)}(${escaped(instance)})`
}

function escaped(name: string): string {
  return name.replace(/[%.()#:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Exactly what `escaped` writes; any other % stays. */
function plain(name: string): string {
  return name.replace(/%(25|2E|28|29|23|3A)/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
