import { bootHandler } from '../boot-answer.ts'

/** OCPP 2.0.1 part 2, B01 to B03. */
export const bootNotification = bootHandler((seconds) => ({
  action: 'SetVariables',
  payload: {
    setVariableData: [
      { component: { name: 'SampledDataCtrlr' }, variable: { name: 'TxUpdatedInterval' }, attributeValue: String(seconds) },
    ],
  },
}))
