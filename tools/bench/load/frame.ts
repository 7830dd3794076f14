/** What a charging charger says most: a heartbeat now and then, and meter values. */
export function frameOf(id: string, turn: number): string {
  if (turn % 4 === 0) return `[2,"${id}","Heartbeat",{}]`
  const value = `{"value":"${turn}","measurand":"Energy.Active.Import.Register","unit":"Wh"},{"value":"7200","measurand":"Power.Active.Import","unit":"W"}`
  return `[2,"${id}","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"${new Date().toISOString()}","sampledValue":[${value}]}]}]`
}
