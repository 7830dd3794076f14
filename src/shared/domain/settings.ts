import { z } from 'zod'
import { defaultSecuritySettings, SecuritySettings } from './security-settings.ts'

export const Settings = z.object({
  ocppHost: z.string().describe('Address that the central system listens on; 0.0.0.0 for all interfaces'),
  ocppPort: z.number().int().min(0).max(65_535),
  heartbeatIntervalS: z.number().int().min(1).max(86_400).describe('Told to chargers in the answer to BootNotification'),
  pushMeterInterval: z.boolean().describe('Whether MeterValueSampleInterval is set in each charger after boot'),
  meterIntervalS: z.number().int().min(1).max(3_600),
  callTimeoutS: z.number().int().min(1).max(600),
  pingIntervalS: z.number().int().min(5).max(600),
  unknownUsers: z.enum(['accept', 'refuse']).describe('How a User ID that is not in the list is answered'),
  concurrentSessions: z
    .enum(['accept', 'refuse'])
    .describe('How a StartTransaction of a user who is charging elsewhere is answered; refuse: ConcurrentTx'),
  defaultPaymentMethodId: z.string().nullable(),
  defaultPriceGroupId: z.string().nullable(),
  theme: z.enum(['dark', 'light', 'auto']),
  ...SecuritySettings.shape,
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  ocppHost: '0.0.0.0',
  ocppPort: 9000,
  heartbeatIntervalS: 300,
  pushMeterInterval: false,
  meterIntervalS: 60,
  callTimeoutS: 30,
  pingIntervalS: 30,
  unknownUsers: 'accept',
  concurrentSessions: 'accept',
  defaultPaymentMethodId: 'card',
  defaultPriceGroupId: null,
  theme: 'dark',
  ...defaultSecuritySettings,
}

/** The state of the OCPP port and of the recording, for the status bar and the empty state. */
export const ServerStatus = z.object({
  listening: z.boolean(),
  host: z.string(),
  port: z.number().int().describe('The port listened on, or the one that was wanted'),
  problem: z.string().nullable().describe('Why it does not listen, in words'),
  nextFreePort: z.number().int().nullable().describe('Offered when the wanted port is in use'),
  addresses: z.array(
    z.object({
      interface: z.string(),
      address: z.string(),
      url: z.string().describe('To type into a charger, without the identity'),
      loopback: z.boolean(),
    }),
  ),
  secure: z
    .object({
      port: z.number().int(),
      problem: z.string().nullable().describe('Why it does not listen, in words'),
      urls: z.array(z.string()).describe('wss:// URLs, without the identity'),
    })
    .nullable()
    .describe('The TLS port; null where it is off'),
  connected: z.number().int(),
  messagesPerSecond: z.number(),
  entries: z.number().int(),
  databaseBytes: z.number(),
})
export type ServerStatus = z.infer<typeof ServerStatus>

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'serve']),
  dataDir: z.string(),
  exportDir: z.string(),
  timeZone: z.string(),
})
export type AppInfo = z.infer<typeof AppInfo>
