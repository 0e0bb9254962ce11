// Whether this machine can note how far a workspace has come. Without the note nothing is sent, so the office network says what is in the way.
import { mkdirSync } from 'node:fs'
import { AppError } from '#shared/base/app-error.ts'
import type { Said } from '#shared/sync/network.contract.ts'
import { errorCode } from '#main/attachments/disk.ts'
import type { LogEnd } from '#main/db/log/incarnation.ts'
import { checkWritable } from '#main/workspace/folder-checks.ts'
import type { WitnessKeeper } from '#main/workspace/witness.ts'

export interface Notes {
  /** On the disk when it answers. Rejects with what the system refused. */
  readonly note: (end: LogEnd) => Promise<void>
  /** The same, before something is sent: rejects with the sentence for the machine that gets nothing. */
  readonly noteBeforeSending: (end: LogEnd) => Promise<void>
  /** Tries whether it could be noted. */
  readonly look: () => void
  /** As it was when it was last tried; null: nothing is in the way. */
  readonly trouble: () => Said | null
}

interface NotesOptions {
  readonly witness: WitnessKeeper
  readonly folder: string
  /** `trouble` is different. */
  readonly onChange: () => void
}

export const watchNotes = ({ witness, folder, onChange }: NotesOptions): Notes => {
  let isInTheWay = false
  const found = (isNow: boolean): void => {
    if (isInTheWay === isNow) return
    isInTheWay = isNow
    onChange()
  }
  const look = (): void => found(faultOf(folder) !== null)
  const note = async (end: LogEnd): Promise<void> => {
    try {
      await witness.note(end)
    } catch (error) {
      found(true)
      throw error
    }
    // Perhaps nothing had to be written.
    if (isInTheWay) look()
  }

  return {
    note,
    noteBeforeSending: async (end) => {
      try {
        await note(end)
      } catch (error) {
        throw new AppError('unavailable', 'network.end.own_notes', {}, { cause: error })
      }
    },
    look,
    trouble: () => (isInTheWay ? sentence(folder) : null),
  }
}

/** Throws the sentence that names the folder, if nothing can be noted there. The folder is made where it is missing. */
export const requireNotes = (folder: string): void => {
  const fault = faultOf(folder)
  if (!fault) return
  const { messageKey, params } = sentence(folder)
  throw new AppError('unavailable', messageKey, params, { cause: fault })
}

const sentence = (folder: string): Said => ({ messageKey: 'network.trouble.notes', params: { folder } })

/** On a full disk an empty file can still be made. */
const AS_LONG_AS_A_NOTE = ' '.repeat(512)

/** What the system refuses there; null: nothing. */
const faultOf = (folder: string): Error | null => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    checkWritable(folder, AS_LONG_AS_A_NOTE)
    return null
  } catch (error) {
    if (error instanceof Error && errorCode(error) !== '') return error
    throw error
  }
}
