// Whom a machine lets pair: by eight digits that one person reads to another, or by a file with a long secret. Both die after a few wrong
// tries, after their time, and after they were used once.
import { AppError } from '#shared/base/app-error.ts'
import { CODE_DIGITS, CODE_MS, CODE_TRIES, INVITATION_MS, INVITATION_SECRET_BYTES } from './limits.ts'

export const INVITATION_ID_BYTES = 8

export interface Invitation {
  /** Hex of 8 bytes in a file; empty for the code, of which there is one at a time. No secret. */
  readonly id: string
  /** What both sides must know. */
  readonly secret: Uint8Array
  /** ms */
  readonly expiresAt: number
  readonly triesLeft: number
}

/** So long after its end whoever tries an invitation is told how it ended. */
const TOLD_MS = CODE_MS

type RandomBytes = (size: number) => Uint8Array

/** Eight digits, each combination as likely as any other. Say them as `groupedCode` writes them. */
export const createCode = (randomBytes: RandomBytes): string => {
  const most = 10 ** CODE_DIGITS
  // The rest of 2³² above the last whole multiple would make small codes likelier.
  const fair = Math.floor(2 ** 32 / most) * most
  for (;;) {
    const drawn = Buffer.from(randomBytes(4)).readUInt32BE()
    if (drawn < fair) return String(drawn % most).padStart(CODE_DIGITS, '0')
  }
}

/** `1234 5678` */
export const groupedCode = (code: string): string => `${code.slice(0, CODE_DIGITS / 2)} ${code.slice(CODE_DIGITS / 2)}`

/** The digits of a code as somebody typed it: with spaces, hyphens, or in full width. Throws an AppError if there are not eight. */
export const readCode = (typed: string): string => {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\-–—·.]/gu, '')
  if (!/^\d{8}$/u.test(digits)) throw new AppError('invalid_input', 'sync.pairing.code_shape', { digits: CODE_DIGITS })
  return digits
}

/** What a code proves knowledge of. */
export const secretOfCode = (code: string): Uint8Array => Buffer.from(code, 'ascii')

export const codeInvitation = (code: string, now: number): Invitation => ({
  id: '',
  secret: secretOfCode(code),
  expiresAt: now + CODE_MS,
  triesLeft: CODE_TRIES,
})

/** For a file. */
export const createInvitation = (randomBytes: RandomBytes, now: number): Invitation => ({
  id: Buffer.from(randomBytes(INVITATION_ID_BYTES)).toString('hex'),
  secret: randomBytes(INVITATION_SECRET_BYTES),
  expiresAt: now + INVITATION_MS,
  triesLeft: CODE_TRIES,
})

/** Why an invitation does not count any more: wrong too often, used, taken back, too old. */
export type InvitationEnd = 'code_dead' | 'used' | 'withdrawn' | 'expired'

export interface Invitations {
  /** Opens one; a code takes the place of the code before. */
  readonly open: (invitation: Invitation) => void
  readonly withdraw: (id: string) => void
  /** Somebody came in by it. */
  readonly use: (id: string) => void
  /** Null: no such one, or not any more. */
  readonly find: (id: string) => Invitation | null
  /** Counts a wrong try. How many are left; 0: it is dead. */
  readonly fail: (id: string) => number
  /** What there is to say of one that does not count, for a while; null: nothing. */
  readonly endOf: (id: string) => InvitationEnd | null
  readonly isAnyOpen: () => boolean
  /** Whether somebody who tries one is to be answered: one is open, or ended a short while ago. */
  readonly isAnyKnown: () => boolean
  readonly list: () => readonly Invitation[]
}

/** Those that are open. `onChange`: one was tried, used, withdrawn; whoever keeps files' invitations over a restart writes them down then. */
export const openInvitations = (now: () => number, onChange: () => void = () => undefined): Invitations => {
  const open = new Map<string, Invitation>()
  const ended = new Map<string, { readonly end: InvitationEnd; readonly at: number }>()
  const find = (id: string): Invitation | null => {
    const invitation = open.get(id)
    return invitation && invitation.triesLeft > 0 && now() < invitation.expiresAt ? invitation : null
  }
  const end = (id: string, how: InvitationEnd): void => {
    if (!open.delete(id)) return
    ended.delete(id)
    ended.set(id, { end: how, at: now() })
    onChange()
  }
  /** Those whose time ran out are ended when somebody looks. */
  const known = (): ReadonlyMap<string, InvitationEnd> => {
    for (const [id, { expiresAt }] of open)
      if (expiresAt <= now()) {
        open.delete(id)
        ended.set(id, { end: 'expired', at: expiresAt })
      }
    for (const [id, { at }] of ended) if (now() - at >= TOLD_MS) ended.delete(id)
    return new Map([...ended].map(([id, one]) => [id, one.end]))
  }
  const list = (): readonly Invitation[] => [...open.values()].filter(({ id }) => find(id) !== null)

  return {
    open: (invitation) => {
      ended.delete(invitation.id)
      open.set(invitation.id, invitation)
      onChange()
    },
    withdraw: (id) => end(id, 'withdrawn'),
    use: (id) => end(id, 'used'),
    find,
    fail: (id) => {
      const invitation = open.get(id)
      if (!invitation) return 0
      const triesLeft = Math.max(0, invitation.triesLeft - 1)
      if (triesLeft === 0) end(id, 'code_dead')
      else {
        open.set(id, { ...invitation, triesLeft })
        onChange()
      }
      return triesLeft
    },
    endOf: (id) => known().get(id) ?? null,
    isAnyOpen: () => list().length > 0,
    isAnyKnown: () => known().size > 0 || open.size > 0,
    list,
  }
}
