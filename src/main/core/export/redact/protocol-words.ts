/**
 * Words that stand in every log. Where one of them is somebody's User ID or serial number, it is masked in its field only:
 * masked everywhere, it would make the whole log unreadable.
 */
export const protocolWords: ReadonlySet<string> = new Set(
  `accepted admin answer authorize available backend blocked body boot cable call central certificate charge charger charging
  chargingstation chargepoint client closed code component concurrenttx configuration connect connected connection connector
  current data default description device disconnect disconnected energy entry error evse expired false faulted finishing firmware
  handshake heartbeat idle idtag idtoken inactive info inlet internal internalerror invalid key local location lock message meter
  model name noerror none null number occupied offline online operative other outlet parent password payload pending phase power
  preparing price profile public rejected remote request reserved reset response result root sample schedule server serial session
  setting some start started state station status stop stopped success suspendedev suspendedevse system tag test text time
  timestamp token transaction true type unavailable undefined unit unknown unlock unlocked unplugged update user value variable
  vendor version voltage warning wallbox websocket`.split(/\s+/),
)
