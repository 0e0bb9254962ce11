// The workspace itself: a folder with the encrypted database and its keys. Answered by the engine's host, so most of it works while locked.
import { z } from 'zod'
import { id, line, requiredLine } from '#shared/base/fields.ts'
import { languages } from '#shared/base/messages.ts'
import { mutation, query } from '#shared/base/procedure.ts'

export const password = z.string().min(8).max(1000)

export const workspaceState = z.enum([
  /** No folder chosen, or nothing in it yet. */
  'none',
  'locked',
  'open',
  /** A recovery key was made and must be typed back before data may be entered. */
  'unconfirmed',
])

export const workspaceStatus = z.object({
  state: workspaceState,
  folder: z.string().nullable(),
  /** People who can unlock it. */
  users: z.array(z.object({ id, name: z.string() })),
  user: z.object({ id, name: z.string() }).nullable(),
  /** Something to be told once it is open, as a key of the catalogue: `workspace.keysCopyUsed`. */
  notice: z.string().nullable(),
})
export type WorkspaceStatus = z.infer<typeof workspaceStatus>

const needs = 'workspace.enter' as const

export const workspaceContract = {
  status: query(z.object({}), workspaceStatus, { needs }),
  /** Looks at another folder, or (`null`) at a new one beside it; the next `unlock`, `create` or `join` is about it. Refused while a workspace is open. */
  choose: mutation(z.object({ folder: line(4096).min(1).nullable() }), workspaceStatus, { needs }),
  /** Makes a new workspace in an empty or missing folder; answers the recovery key, which is never shown again. */
  create: mutation(
    z.object({
      folder: line(4096).nullable().default(null),
      workspaceName: requiredLine(100),
      userName: requiredLine(100),
      password,
      language: z.enum(languages),
      timeZone: z.string().min(1).max(64),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/u)
        .nullable()
        .default(null),
    }),
    z.object({ recoveryKey: z.string() }),
    { needs },
  ),
  /** The recovery key typed back; until then the workspace stays `unconfirmed`. */
  confirmRecoveryKey: mutation(z.object({ recoveryKey: line(200) }), workspaceStatus, { needs }),
  unlock: mutation(z.object({ userName: line(100).nullable().default(null), password: z.string().max(1000) }), workspaceStatus, {
    needs,
  }),
  lock: mutation(z.object({}), workspaceStatus, { needs }),
  /** Opens with the recovery key and sets a new password for the user. */
  recover: mutation(
    z.object({ userName: line(100).nullable().default(null), recoveryKey: line(200), newPassword: password }),
    workspaceStatus,
    { needs },
  ),
  changePassword: mutation(z.object({ password: z.string().max(1000), newPassword: password }), workspaceStatus, {
    needs: 'workspace.password',
  }),
  /** A new recovery key in the place of the old one, which is void from then on. */
  renewRecoveryKey: mutation(z.object({ password: z.string().max(1000) }), z.object({ recoveryKey: z.string() }), {
    needs: 'workspace.password',
  }),
}
