import type { Answers } from './types.ts'

/** Configuration, authorization cache and vendor messages (OCPP 1.6 §5.3, §5.4, §5.6, §5.8). */
export const configuration: Answers<'GetConfiguration' | 'ChangeConfiguration' | 'ClearCache' | 'DataTransfer'> = {
  GetConfiguration(charger, { key }) {
    const { known, unknown } = charger.settings.show(key)
    return { response: { configurationKey: known, ...(unknown.length === 0 ? {} : { unknownKey: unknown }) } }
  },

  ChangeConfiguration(charger, { key, value }) {
    return { response: { status: charger.settings.change(key, value) } }
  },

  ClearCache(charger) {
    return { response: { status: charger.authorization.clearCache() ? 'Accepted' : 'Rejected' } }
  },

  DataTransfer() {
    return { response: { status: 'UnknownVendorId' } }
  },
}
