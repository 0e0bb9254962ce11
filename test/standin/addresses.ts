// Custom schemes as Chromium can load them: app://main/x is https://main.app.standin.invalid/x for the browser, and back.

const schemes = new Set<string>()
const suffix = 'standin.invalid'

export const addScheme = (scheme: string) => void schemes.add(scheme)
export const isCustomScheme = (scheme: string) => schemes.has(scheme)
export const schemeOf = (url: string) => url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase()

/** The address that the browser loads for an address of the app. */
export const toBrowser = (url: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  const [, scheme = '', host = '', rest = ''] = parts ?? []
  if (!schemes.has(scheme.toLowerCase())) return url
  return `https://${host || 'none'}.${scheme.toLowerCase()}.${suffix}${rest || '/'}`
}

/** The address that the app knows for an address of the browser. */
export const toApp = (url: string): string => {
  const parts = /^https:\/\/(.*)\.([a-z0-9+-]+)\.standin\.invalid(.*)$/i.exec(url)
  const [, host = '', scheme = '', rest = ''] = parts ?? []
  return schemes.has(scheme) ? `${scheme}://${host === 'none' ? '' : host}${rest}` : url
}

/** scheme://host of an address, as Electron reports origins; 'null' for addresses without one. */
export const originOf = (url: string): string => {
  if (!URL.canParse(url)) return 'null'
  const { protocol, host } = new URL(url)
  return host === '' ? 'null' : `${protocol}//${host}`
}
