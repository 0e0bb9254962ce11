// E-mail addresses. Only what can never arrive anywhere is refused; names and hosts in any script are addresses (RFC 6531).

export type EmailProblem = 'email' | 'email_several'
export type EmailWarning = 'email_host_without_dot'

export interface EmailReading {
  /** The address without `mailto:`, a name and brackets around it, and full-width signs. */
  readonly text: string
  readonly problem: EmailProblem | null
  readonly warning: EmailWarning | null
}

const BRACKETED = /^[^<>]*<(?<address>[^<>]+)>$/u
const HOST_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u
/** What a local part may hold without quotes, in any script (RFC 5322 atoms, RFC 6531). */
const LOCAL = /^(?:"[^"\r\n]+"|[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*)$/u
/** RFC 5321, 4.5.3.1. */
const LONGEST_LOCAL = 64
const LONGEST_HOST = 253

/** `张三＠例子。公司` as `张三@例子.公司`; `Anna <mailto:a@b.example>` as `a@b.example`. */
export const repairEmail = (typed: string): string => {
  const plain = typed.normalize('NFKC').replaceAll('。', '.').trim()
  const bare = (BRACKETED.exec(plain)?.groups?.['address'] ?? plain).trim()
  return bare.replace(/^mailto:/iu, '').trim()
}

/** Reads one address. An empty text has no problem. */
export const readEmail = (typed: string): EmailReading => {
  const text = repairEmail(typed)
  if (text === '') return { text, problem: null, warning: null }
  if (/[,;，；、\s]/u.test(text) && text.split('@').length > 2) return { text, problem: 'email_several', warning: null }
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(at, 0))
  const labels = text.slice(at + 1).split('.')
  const isSound = LOCAL.test(local) && local.length <= LONGEST_LOCAL && isHost(labels)
  if (!isSound) return { text, problem: 'email', warning: null }
  return { text, problem: null, warning: labels.length === 1 ? 'email_host_without_dot' : null }
}

const isHost = (labels: readonly string[]): boolean =>
  labels.every((label) => HOST_LABEL.test(label) && label.length <= 63) && labels.join('.').length <= LONGEST_HOST
