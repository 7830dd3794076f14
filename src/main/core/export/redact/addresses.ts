import { isIPv6 } from 'node:net'
import type { Kind, Replace } from './kinds.ts'

const ipv4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g
/** Two colons at least, so that a time is not looked at; what it is, `isIPv6` says. A word such as `ip:` may stand right before. */
const ipv6 = /(?:(?<![\w:.])|(?<=[g-z_]\w{0,20}:))(?:[\da-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4})(?![\w:]|\.\d)/gi
const mac = /(?<![\da-f:-])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\da-f:-])/gi
/** The host of an address with a scheme; slashes may be escaped, and a name and password stand before it. */
const host = /(\b[a-z][a-z\d+.-]{0,20}:\\*\/\\*\/(?:[^\s/@"'\\]*@)?)([^\s/:?#@"'\\<>,;(){}[\]]+)/gi
/** As a pair in our list of headers, and as a line of HTTP. */
const hostHeader = /("host"\s*,\s*"|(?<![\w-])host:\s*)([^\s:"'\\<>,;[\]]+)/gi
const version = /(?:\bv|version\W{0,3}|firmware\W{0,3}|\bfw\W{0,3})$/i

/**
 * Replaces whatever looks like an address, wherever it stands.
 * @param isVersion says of what looks like one that it is a version
 */
export function replaceAddresses(text: string, wanted: ReadonlySet<Kind>, replace: Replace, isVersion: (text: string) => boolean): string {
  let shown = text
  if (wanted.has('HOST') && (shown.includes(':/') || shown.includes(':\\') || /host/i.test(shown))) {
    const named = (all: string, before: string, name: string): string => (isIp(name) ? all : before + replace('HOST', name))
    shown = shown.replace(host, named).replace(hostHeader, named)
  }
  if (wanted.has('IP')) {
    // An IPv4 address may be the end of an IPv6 one.
    if (shown.includes(':')) shown = shown.replace(ipv6, (found) => (isIPv6(found) && found !== '::' ? replace('IP', found) : found))
    if (/\d\.\d/.test(shown)) {
      shown = shown.replace(ipv4, (found, at: number) =>
        !isIp(found) || isVersion(found) || version.test(shown.slice(Math.max(0, at - 12), at)) ? found : replace('IP', found),
      )
    }
  }
  return wanted.has('MAC') ? shown.replace(mac, (found) => replace('MAC', found)) : shown
}

/** Whether a host is named by its number. */
export function isIp(text: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)
}
