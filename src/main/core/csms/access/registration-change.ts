import type { ChargerSettings, ChargerSettingsChange } from '../../../../shared/domain/charger.ts'
import type { Settings } from '../../../../shared/domain/settings.ts'
import type { DeskKeeper } from '../../desk.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { Connection } from '../connection.ts'

interface Context {
  desk: DeskKeeper
  pipeline: Pipeline
  connection: (chargerId: string) => Connection | undefined
}

/**
 * Changes a charger's settings. One that is accepted while it is connected and waits is asked to boot again at once,
 * instead of when its interval is over (OCPP 1.6 §4.2, OCPP 2.0.1 B02.FR.04: a trigger is allowed while Pending).
 */
export async function changeChargerSettings(
  { desk, pipeline, connection }: Context,
  id: string,
  change: ChargerSettingsChange,
): Promise<ChargerSettings> {
  const before = desk.chargerSettings(id).registration
  const settings = await desk.changeChargerSettings(id, change)
  pipeline.changed.emit()
  if (before !== 'accepted' && settings.registration === 'accepted') {
    const payload = { requestedMessage: 'BootNotification' }
    void connection(id)?.call({ action: 'TriggerMessage', payload, timeoutMs: desk.settings().callTimeoutS * 1_000 })
  }
  return settings
}

/** Chargers that have been here stay accepted when the technician becomes stricter about new ones. */
export async function keepKnownChargers({ desk, pipeline }: Omit<Context, 'connection'>, before: Settings, after: Settings): Promise<void> {
  if (before.access !== 'accept' || after.access === 'accept') return
  for (const { charger } of pipeline.memories()) {
    if (charger.connectionSince !== null && !desk.isKnown(charger.id))
      await desk.changeChargerSettings(charger.id, { registration: 'accepted' })
  }
}
