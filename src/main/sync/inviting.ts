// Whom this machine lets in: one code at a time, which machines nearby are told of, and any number of files, which outlive a restart.
import {
  codeInvitation,
  createCode,
  createInvitation,
  type Invitation,
  type Invitations,
  openInvitations,
} from '#main/net/invitations.ts'

export interface InvitingOptions {
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  /** Files that were handed out before this start. */
  readonly files: readonly Invitation[]
  /** A file was handed out, tried, used or withdrawn: what still counts. */
  readonly onFiles: (files: readonly Invitation[]) => void
  /** A code is open until then, ms; null: none is. */
  readonly onCode: (until: number | null) => void
}

export interface OpenCode {
  readonly code: string
  /** ms */
  readonly until: number
  /** How often it may still be typed wrong. */
  readonly triesLeft: number
}

export interface Inviting {
  readonly invitations: Invitations
  /** Null: there is none, or it was used, wrong too often, or is too old. */
  readonly code: () => OpenCode | null
  readonly files: () => readonly Invitation[]
  /** The code before does not count any more. */
  readonly openCode: () => OpenCode
  readonly openFile: () => Invitation
  /** The code, or the file of that id. */
  readonly withdraw: (id: string | null) => void
}

/** The id of the code among invitations. */
const CODE = ''

const marksOf = (files: readonly Invitation[]): string => files.map(({ id, triesLeft }) => `${id} ${triesLeft}`).join()

export const createInviting = ({ nowMs, random, files: known, onFiles, onCode }: InvitingOptions): Inviting => {
  let code: Omit<OpenCode, 'triesLeft'> | null = null
  let marks = marksOf(known)
  let isBegun = false

  const invitations = openInvitations(nowMs, () => look())
  const files = (): readonly Invitation[] => invitations.list().filter(({ id }) => id !== CODE)
  const look = (): void => {
    if (!isBegun) return
    const now = files()
    if (marksOf(now) !== marks) {
      // Marked once it is kept: what the disk refused is written down with the next change.
      onFiles(now)
      marks = marksOf(now)
    }
    if (code === null || invitations.find(CODE)) return
    code = null
    onCode(null)
  }
  for (const file of known) invitations.open(file)
  isBegun = true
  // Some may be too old by now.
  look()

  return {
    invitations,
    code: () => {
      const found = invitations.find(CODE)
      return found && code ? { ...code, triesLeft: found.triesLeft } : null
    },
    files,
    openCode: () => {
      const digits = createCode(random)
      const invitation = codeInvitation(digits, nowMs())
      invitations.open(invitation)
      code = { code: digits, until: invitation.expiresAt }
      onCode(code.until)
      return { ...code, triesLeft: invitation.triesLeft }
    },
    openFile: () => {
      const invitation = createInvitation(random, nowMs())
      invitations.open(invitation)
      return invitation
    },
    withdraw: (id) => invitations.withdraw(id ?? CODE),
  }
}
