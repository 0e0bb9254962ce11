// Addresses of web pages: http and https only, because whatever else stands there is opened by one careless click.

export interface WebsiteReading {
  /** The whole address, `https://` put before a bare host. What was typed where it is refused. */
  readonly text: string
  readonly problem: 'website' | 'website_unsafe' | null
}

/** A word and a colon, unless a port follows: `localhost:8080` is a host. */
const SCHEME = /^(?<scheme>[a-z][a-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))/iu
const BARE_HOST = /^(?:[^\s/?#@:]+\.)+[^\s/?#@:.\d][^\s/?#@:.]+\.?$|^localhost$|^\d{1,3}(?:\.\d{1,3}){3}$/iu
/** After `http://` a name of the own network will do, too. */
const HOST = /^(?:[^\s:[\]]+|\[[\da-f:.]+\])$/iu
const PORT = /:\d{1,5}$/u
/** Blanks and control characters, which browsers skip inside a scheme: `java\tscript:`. */
const SKIPPED = /[\s\p{Cc}\p{Cf}]/gu

/** Reads one web address. An empty text has no problem. */
export const readWebsite = (typed: string): WebsiteReading => {
  const text = typed.trim()
  if (text === '') return { text, problem: null }
  const packed = text.normalize('NFKC').replace(SKIPPED, '')
  const scheme = SCHEME.exec(packed)?.groups?.['scheme']?.toLowerCase() ?? null
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') return { text, problem: 'website_unsafe' }
  const whole = scheme === null ? `https://${text.replace(/^\/\//u, '')}` : text.replace(/：\/\//u, '://')
  const host = whole.replace(/^https?:\/\//iu, '').split(/[/?#]/u)[0] ?? ''
  const isHost = scheme === null ? BARE_HOST.test(host.replace(PORT, '')) : HOST.test(host.replace(PORT, ''))
  return isHost && !/\s/u.test(whole) ? { text: whole, problem: null } : { text, problem: 'website' }
}
