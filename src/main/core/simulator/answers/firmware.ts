import type { Answers } from './types.ts'

/** Diagnostics and firmware (OCPP 1.6 §5.9, §5.19). */
export const firmware: Answers<'GetDiagnostics' | 'UpdateFirmware'> = {
  GetDiagnostics(charger) {
    const { fileName, upload } = charger.upkeep.diagnosticsFile()
    return { response: { fileName }, afterwards: upload }
  },

  UpdateFirmware(charger, { retrieveDate }) {
    return { response: {}, afterwards: () => charger.upkeep.updateFirmware(Date.parse(retrieveDate) || charger.now()) }
  },
}
