/**
 * What is kept in memory of a charger's texts. A frame may hold 16 MB in any of its fields; the log keeps it exactly, but
 * nothing that is carried along from one message to the next may grow with it.
 */

/** Longer than any id of the standards' (36; 1.6 counts its transactions) and than what vendors make of theirs. */
const longestId = 100

/** A text to read: its beginning, where it is longer than `most` characters. */
export function keptText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** An id, by which things find each other: of one that is too long its beginning, its length, and a hash of all of it. */
export function keptId(id: string, most = longestId): string {
  return id.length > most ? `${id.slice(0, 60)}…${id.length}#${hash(id, 0x811c9dc5)}${hash(id, 0x9dc5811c)}` : id
}

/** The same for a User ID, which OCPP 2.1 allows 255 characters. */
export function keptUserId(id: string): string {
  return keptId(id, 255)
}

/** FNV-1a over UTF-16 units: enough to tell the ids of one charger apart, which can only fool itself. */
function hash(text: string, seed: number): string {
  let value = seed
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
