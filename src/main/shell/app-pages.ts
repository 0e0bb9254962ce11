// The addresses of the app's own pages. Only these may be loaded, navigated to, and speak to the main process.

export const SCHEME = 'app'
const HOST = 'main'

/** The address of a route of the app: `/deals` → `app://main/index.html#/deals`. */
export const pageUrl = (route: string): string => {
  const url = new URL(`${SCHEME}://${HOST}/index.html`)
  url.hash = route
  return url.href
}

/** True for every address under `app://main/`; false for what is no address at all. */
export const isOwnPage = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
}

const OUTSIDE: readonly string[] = ['https:', 'http:', 'mailto:']

/** A number that can be dialled, with an extension at most. */
const DIALLED = /^tel:\+?\d{2,20}(?:;ext=\d{1,8})?$/u

/** What may be handed to the system's browser, mail or phone program. Everything else stays where it is. */
export const isOutsideLink = (address: string): boolean => {
  if (DIALLED.test(address)) return true
  const url = URL.parse(address)
  return url !== null && OUTSIDE.includes(url.protocol) && url.username === '' && url.password === ''
}

/** What a page may request: the app's own files, and what it made itself. All else is the network, which is closed. */
export const isOwnRequest = (address: string): boolean => {
  const protocol = URL.parse(address)?.protocol
  return protocol === 'data:' || protocol === 'blob:' || protocol === 'devtools:' || isOwnPage(address)
}
