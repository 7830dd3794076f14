import type { Kind } from './kinds.ts'

const words = (text: string): string[] => text.split(' ')

/** Properties by what their value is, in lower case without `_` and `-`: OCPP 1.6 and 2.x, ours, and what vendors write in DataTransfer. */
const named = new Map<string, Kind>([
  ...words('idtag idtags parentidtag idtoken additionalidtoken groupidtoken userid userids parentuserid emaid evccid').map(toUser),
  ...words('rfid rfidtag tagid cardid carduid cardnumber customeridentifier contractid vin evvin').map(toUser),
  ...words('iccid imsi imei msisdn deviceid hardwareid meterid sn serial serialno serialnr').map((name) => [name, 'SERIAL'] as const),
  ...words('latitude longitude lat lon lng altitude gps gpscoordinates coordinates geo geolocation location').map(toPlace),
  ...words('street streetname housenumber city town zip zipcode postcode postalcode address address1 address2').map(toPlace),
  ...words('streetaddress siteaddress sitename').map(toPlace),
  ...words('host hostname ipaddress remoteaddress gateway dnsserver').map((name) => [name, 'HOST'] as const),
  ...words('chargerid chargepointid chargeboxid chargeboxidentity stationid chargingstationid').map((name) => [name, 'CHARGER'] as const),
])

function toUser(name: string): [string, Kind] {
  return [name, 'USER']
}
function toPlace(name: string): [string, Kind] {
  return [name, 'PLACE']
}

/** What a property's value, or that of a setting of this name, is; null for most. @param parent the property of the object around */
export function kindOfKey(key: string, parent: string | null): Kind | null {
  const name = plain(key)
  if (parent !== null && plain(parent) === 'user' && (name === 'id' || name === 'name')) return name === 'id' ? 'USER' : 'NAME'
  if (key === 'userName') return 'NAME'
  const known = named.get(name)
  if (known !== undefined) return known
  if (name.endsWith('serialnumber')) return 'SERIAL'
  return name === 'mac' || name.endsWith('macaddress') || name.endsWith('macaddr') ? 'SERIAL' : null
}

/** Whether a property tells a version, which may look like an IP address. */
export function isVersionKey(key: string): boolean {
  return /version|firmware/i.test(key)
}

function plain(key: string): string {
  return key.length > 40 ? '' : key.toLowerCase().replace(/[_\-\s]/g, '')
}
