import type { OwnCalls } from './messages.ts'
import type { ChargePoint } from './charger.ts'
import { nothing } from './timers.ts'

/** How long each step of an upload or an installation takes. */
const stepMs = 1_000

/** Diagnostics and firmware (OCPP 1.6 §4.4, §4.5): nothing is transferred, each step is only told. */
export class Upkeep {
  firmwareVersion = '1.4.0'
  diagnostics: OwnCalls['DiagnosticsStatusNotification']['status'] = 'Idle'
  firmware: OwnCalls['FirmwareStatusNotification']['status'] = 'Idle'
  #charger: ChargePoint
  #installed = false
  #cancelUpdate = nothing

  constructor(charger: ChargePoint) {
    this.#charger = charger
  }

  /** The name of a file, and what pretends to upload it. */
  diagnosticsFile(): { fileName: string; upload: () => void } {
    const { id, now } = this.#charger
    const stamp = new Date(now()).toISOString().replaceAll(/[:.]/g, '')
    const upload = () => {
      this.#tellDiagnostics('Uploading')
      this.#later(() => {
        this.#tellDiagnostics('Uploaded')
        this.diagnostics = 'Idle'
      })
    }
    return { fileName: `${id}-diagnostics-${stamp}.txt`, upload }
  }

  /** Downloads when the time has come, installs when no car charges, and reboots into the next version. */
  updateFirmware(retrieveAt: number): void {
    this.#cancelUpdate()
    const { timers, now } = this.#charger
    this.#cancelUpdate = timers.after(Math.max(stepMs, retrieveAt - now()), () => {
      this.#tellFirmware('Downloading')
      this.#later(() => {
        this.#tellFirmware('Downloaded')
        this.#later(() => this.#install())
      })
    })
  }

  /** The charger is back and accepted: the time to say that an installation went well. */
  booted(): void {
    if (!this.#installed) return
    this.#installed = false
    this.#tellFirmware('Installed')
    this.firmware = 'Idle'
  }

  #install(): void {
    if (this.#charger.connectors.some((connector) => connector.transaction !== null)) return this.#later(() => this.#install())
    this.#tellFirmware('Installing')
    this.#later(() => {
      this.firmwareVersion = nextVersion(this.firmwareVersion)
      this.#installed = true
      void this.#charger.reboot('Reboot')
    })
  }

  #later(step: () => void): void {
    this.#charger.timers.after(stepMs, step)
  }

  #tellDiagnostics(status: typeof this.diagnostics): void {
    this.diagnostics = status
    this.#charger.notify('DiagnosticsStatusNotification', { status })
  }

  #tellFirmware(status: typeof this.firmware): void {
    this.firmware = status
    this.#charger.notify('FirmwareStatusNotification', { status })
  }
}

function nextVersion(version: string): string {
  const [major = '1', minor = '0', patch = '0'] = version.split('.')
  return `${major}.${minor}.${Number(patch) + 1}`
}
