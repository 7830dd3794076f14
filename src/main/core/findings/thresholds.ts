/** From when on something is worth a finding, and why from then. Times in ms, energy Wh, power W, current A. */

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

// How findings are kept

/** After two quiet days the same thing is news again, so that a log of weeks shows when it happened. */
export const separateAfterMs = 48 * hour
/** Entries that show a finding: so many first ones and so many last ones. More say nothing new. */
export const mostEvidence = 5
/** Memory is saved every few hundred entries, so it stays small. */
export const keptAtMost = 60
/** Of one kind, beside those of sessions: no charger has more error codes at a time. */
export const kindAtMost = 20

// Connection and answers

/** Three losses within ten minutes are more than a weak signal now and then, and as many as a person would notice. */
export const flapping = { connects: 4, withinMs: 10 * minute }
/** A Heartbeat may be skipped where other messages are sent; two intervals and a minute without any are no delay. */
export const heartbeat = { intervals: 2, graceMs: minute }
/** A charger on a mobile network answers within 2 s; who waits 5 s presses the button again. */
export const slowAnswer = { ms: 5 * second, verySlowMs: 20 * second, atLeast: 3 }
/** A user stands before the charger while we answer. */
export const ourSlowAnswer = { ms: 3 * second, verySlowMs: 15 * second, atLeast: 3 }
/** Longer than any usual timeout of a call (30 s), for logs that do not say when it was given up. */
export const noAnswerMs = 60 * second
/** A refused charger tries again within seconds or minutes; once may be a slip. */
export const refusedAtLeast = 3

// Boot and clock

export const rebootLoop = { boots: 3, withinMs: 30 * minute }
/** A restart that was asked for, or an update, may take so long. */
export const rebootFollowsMs = 10 * minute
/** From power to the network takes any charger longer than this. */
export const restartTakesMs = 5 * second
/** What comes so soon after the first entry is how the log begins. */
export const logBeginsMs = minute
/** Sessions are billed by the minute; a set clock is right within seconds. */
export const clock = { offMs: minute, rightMs: 30 * second, atLeast: 2, forMs: 2 * minute }
/** Somebody approves a charger within minutes if he waits for it; after a quarter of an hour nobody does. */
export const pendingMs = 15 * minute

// Sessions

/** Usual ConnectionTimeOut: how long a charger waits for the plug after it was started. */
export const startWithinMs = 2 * minute
/** Cars pause for minutes to balance or to precondition; half an hour is a full battery or a problem. */
export const suspendedByCarMs = 30 * minute
/** Chargers that share a supply pause for a minute or two now and then. */
export const suspendedByChargerMs = 5 * minute
/** Under 50 W and half an ampere flows what a contactor and a meter's noise make of nothing. */
export const noPower = { powerW: 50, currentA: 0.5, samples: 3, forMs: 5 * minute }
/** A charger has so long to follow a new limit; meters and cars are not exact. */
export const overLimit = { graceMs: minute, factor: 1.1, currentA: 1, powerW: 500, samples: 2 }
/** A StopTransaction that was kept while offline comes soon after the connection. */
export const stopFollowsMs = 5 * minute

// Meter

/** No car takes more than 600 kW for long; and where power is reported, the register follows it. */
export const jump = { powerW: 600_000, factor: 3, energyWh: 1_000, shortestMs: 10 * second }
/** Enough energy for rounding to whole Wh to vanish, and enough readings for a change of power in between. */
export const unit = { energyWh: 300, samples: 6, currentA: 5 }
/** Meters are exact to 1 %; readings are apart. */
export const mismatch = { factor: 1.25, energyWh: 500, samples: 10, coverage: 0.8, stopWh: 200 }

// Again and again

export const unsupportedAtLeast = 3
