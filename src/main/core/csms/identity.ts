/** The longest identity that is taken: chargers that make one of a URL or of all their serial numbers need hundreds of characters. */
const MAX_LENGTH = 1000
/** The longest that OCPP 2.0.1 allows (part 4); 1.6 sets no limit. */
const STANDARD_LENGTH = 48

export type Identity = { ok: true; id: string } | { ok: false; reason: string }

/**
 * A charger's identity: the last non-empty segment of the URL's path, decoded (OCPP-J 1.6 §3.1.1).
 * It is data for the screen and the database only; it never names a file.
 * @param url the request target of the upgrade, such as `/ocpp/CP%201/?station=7`
 * @param queryName a parameter of the query that holds the identity instead, where the URL has it
 */
export function identityFromUrl(url: string, queryName: string | null = null): Identity {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const inQuery = queryName === null ? undefined : queryParameters(url).find(([name]) => name.toLowerCase() === queryName.toLowerCase())
  const segment =
    inQuery?.[1] ??
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1)
  if (segment === undefined) {
    return {
      ok: false,
      reason: 'The URL has no identity at its end.',
    }
  }
  let id: string
  try {
    id = decodeURIComponent(segment)
  } catch {
    // A stray % is common in identities typed by hand: take it as it stands.
    id = segment
  }
  // Control characters would make two identities look like one.
  id = id.replace(/\p{Cc}/gu, '\uFFFD').trim()
  if (id === '') return { ok: false, reason: 'The identity in the URL is only white space.' }
  if (id.length > MAX_LENGTH)
    return { ok: false, reason: `The identity in the URL has ${id.length} characters; at most ${MAX_LENGTH} are taken.` }
  return { ok: true, id }
}

/** What is unusual about a URL whose identity was found all the same, and how it was read. It quotes nothing, for secrets may be in it. */
export function urlNotes(url: string, chargerId: string): string[] {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const whole = /:\/\//.test(path)
  const notes = whole
    ? ['It sends a whole address where only the path belongs; the identity was taken from its end.']
    : path.includes('//')
      ? ['Its URL has two slashes in a row; they were read as one.']
      : []
  if (/[^/]\/+$/.test(path)) notes.push('Its URL ends in a slash; the identity is what comes before.')
  if (/%(?![0-9a-f]{2})/i.test(path)) notes.push('The identity in its URL has a % that encodes nothing; it was taken as it stands.')
  if (chargerId.length > STANDARD_LENGTH)
    notes.push(`Its identity has ${chargerId.length} characters; OCPP 2.0.1 allows ${STANDARD_LENGTH}, and not every backend takes more.`)
  return notes
}

/** Parameters of a URL's query that have a value, as they stand, not decoded. */
export function queryParameters(url: string): [name: string, value: string][] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? ''
  return query.split(/[&;]/).flatMap((part): [string, string][] => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(part) ?? []
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
}
