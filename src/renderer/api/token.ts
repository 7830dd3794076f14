const key = 'chargebench-token'

/**
 * The token that lets this page speak to the core: from the address on first load (`#token=…`), afterwards from the tab's
 * session storage. It is taken out of the address, so that it is not copied along with a link.
 */
export function takeToken(): string {
  const fromAddress = /^#token=([^&]+)/.exec(location.hash)?.[1]
  if (fromAddress === undefined) return sessionStorage.getItem(key) ?? ''
  const token = decodeURIComponent(fromAddress)
  sessionStorage.setItem(key, token)
  history.replaceState(null, '', `${location.pathname}${location.search}#/`)
  return token
}
