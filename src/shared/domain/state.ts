/** The states that lanes, cards, badges and reports show, and their one palette. */
export const connectorStates = [
  'Available',
  'Preparing',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
  'Reserved',
  'Unavailable',
  'Faulted',
] as const
export type ConnectorState = (typeof connectorStates)[number]

/** A lane shows a connector's state, or that nobody knows it because the charger is not connected. */
export const laneStates = [...connectorStates, 'NoPower', 'Connected', 'Disconnected', 'Unknown'] as const
export type LaneState = (typeof laneStates)[number]

export interface StateStyle {
  label: string
  /** What it means to a technician. */
  meaning: string
  /** Fill in dark and in light, CSS hex. */
  dark: string
  light: string
  /** Second sign beside colour, for colour-blind eyes: how the fill is drawn. */
  pattern: 'solid' | 'diagonal' | 'back-diagonal' | 'outline' | 'cross' | 'dots'
}

export const stateStyle: Record<LaneState, StateStyle> = {
  Available: { label: 'Available', meaning: 'The connector is free.', dark: '#3f4653', light: '#c9d0da', pattern: 'solid' },
  Preparing: {
    label: 'Preparing',
    meaning: 'A car is plugged in or a user has identified; not charging yet.',
    dark: '#6cb6ff',
    light: '#7cc0ff',
    pattern: 'dots',
  },
  Charging: { label: 'Charging', meaning: 'The charger is charging the car.', dark: '#2fb463', light: '#1f9d53', pattern: 'solid' },
  SuspendedEV: {
    label: 'Suspended by the car',
    meaning:
      'The car has paused: its battery may be full, or it takes no power for reasons of its own. No central system can make a car accept power.',
    dark: '#f0a52b',
    light: '#e08e0b',
    pattern: 'diagonal',
  },
  SuspendedEVSE: {
    label: 'Suspended by the charger',
    meaning: 'The charger holds the power back, for example until a scheduled start or because of a limit.',
    dark: '#a879f0',
    light: '#8b5ad6',
    pattern: 'back-diagonal',
  },
  Finishing: {
    label: 'Finishing',
    meaning: 'The session is over; the car is still plugged in.',
    dark: '#26a69a',
    light: '#128a7e',
    pattern: 'solid',
  },
  Reserved: {
    label: 'Reserved',
    meaning: 'The connector is reserved for one user.',
    dark: '#4f8ef7',
    light: '#2f6fe0',
    pattern: 'outline',
  },
  Unavailable: { label: 'Unavailable', meaning: 'The connector is out of service.', dark: '#6b7280', light: '#8c939e', pattern: 'cross' },
  Faulted: {
    label: 'Faulted',
    meaning: 'The charger reports a fault that prevents charging.',
    dark: '#e5484d',
    light: '#d33136',
    pattern: 'solid',
  },
  NoPower: {
    label: 'No power while Charging',
    meaning:
      'The charger says Charging, but the meter shows that nothing flows: most likely the car has paused, and the charger does not tell.',
    dark: '#e6d25c',
    light: '#c9a800',
    pattern: 'dots',
  },
  Connected: {
    label: 'Connected',
    meaning: 'The charger is connected to the central system.',
    dark: '#4c7a5c',
    light: '#7fb694',
    pattern: 'solid',
  },
  Disconnected: {
    label: 'Disconnected',
    meaning: 'The charger has lost its connection to the central system; what it does is not known.',
    dark: '#8a5a2b',
    light: '#c98a4b',
    pattern: 'diagonal',
  },
  Unknown: { label: 'Unknown', meaning: 'The charger has not said.', dark: '#2b3039', light: '#e3e7ec', pattern: 'outline' },
}
