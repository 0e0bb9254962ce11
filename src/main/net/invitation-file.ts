// An invitation as a file, for a machine that finds no office: by mail, on a stick. Whoever has it can join until it is used, so it is to be kept
// as a key. It names the key of the machine that invites, and the new machine speaks to no other.
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { INVITATION_ID_BYTES, type Invitation } from './invitations.ts'
import { INVITATION_SECRET_BYTES } from './limits.ts'

/** What Kith calls such a file: `Amselweg.kith-invitation`. */
export const INVITATION_ENDING = '.kith-invitation'
/** A file that is longer is none. */
export const INVITATION_FILE_BYTES = 16 * 1024
/** Nor is one with more places. */
export const INVITATION_ADDRESSES = 32

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'))

const invitationFile = z.strictObject({
  kith: z.literal('invitation'),
  version: z.literal(1),
  /** What the office calls itself, for the one who opens the file. */
  office: z.string().max(200),
  deviceId: hexOf(32),
  addresses: z
    .array(z.strictObject({ host: z.string().min(1).max(255), port: z.int().min(1).max(65_535) }))
    .max(INVITATION_ADDRESSES),
  id: hexOf(INVITATION_ID_BYTES),
  secret: hexOf(INVITATION_SECRET_BYTES),
  expiresAt: z.iso.datetime(),
})
export type InvitationFile = Readonly<z.infer<typeof invitationFile>>

export interface Inviting {
  readonly office: string
  /** Who invites. */
  readonly deviceId: string
  /** Where it may be called, the likeliest first. */
  readonly addresses: InvitationFile['addresses']
  readonly invitation: Invitation
}

/** Throws an Error rather than make a file that cannot be read. */
export const writeInvitationFile = ({ office, deviceId, addresses, invitation }: Inviting): string => {
  const { id, expiresAt } = invitation
  const secret = Buffer.from(invitation.secret).toString('hex')
  const file: InvitationFile = {
    ...{ kith: 'invitation', version: 1, office, deviceId, addresses, id, secret },
    expiresAt: new Date(expiresAt).toISOString(),
  }
  const text = `${JSON.stringify(file, null, 2)}\n`
  const { error } = parsed(text)
  if (error) throw error
  return text
}

/** Throws an AppError for what is no invitation, and for one that is too old. */
export const readInvitationFile = (text: string, now: number): InvitationFile => {
  const { data } = parsed(text)
  if (!data) throw new AppError('invalid_input', 'sync.pairing.invitation_file')
  if (Date.parse(data.expiresAt) <= now) throw new AppError('invalid_input', 'sync.pairing.expired')
  return data
}

const parsed = (text: string) => invitationFile.safeParse(Buffer.byteLength(text) > INVITATION_FILE_BYTES ? null : jsonOf(text))

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''))
  } catch {
    // No invitation either.
    return null
  }
}
