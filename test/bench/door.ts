// A door over a bench file, in this thread: what is measured is Kith itself, not the way between threads.
import { randomFillSync } from 'node:crypto'
import { dirname, join } from 'node:path'
import { contract } from '#shared/contract.ts'
import { createAttachmentStore } from '#main/attachments/attachment-store.ts'
import { openExisting, openReader, openWriter, type Reader, type Writer } from '#main/db/open-workspace.ts'
import { handlers } from '#main/features/index.ts'
import { createCall } from '#main/rpc/call.ts'
import type { InputOf, OutputOf, ProcedurePath } from '#main/rpc/handlers.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'

/** The file and its data key. */
export interface BenchFile {
  readonly file: string
  readonly key: Uint8Array
}

export interface Door {
  readonly ask: <Path extends ProcedurePath>(path: Path, input: InputOf<Path>) => Promise<OutputOf<Path>>
  readonly reader: Reader
  readonly close: () => void
}

const fail = (path: string, error: unknown): string => {
  throw new Error(`${path} failed`, { cause: error })
}

const random = (bytes: Uint8Array): void => void randomFillSync(bytes)

const doorOver = (at: BenchFile, reader: Reader, writer: Writer | null): Door => {
  const actor = { userId: null, name: 'Bench', rights: ['*'] }
  const call = createCall({
    procedureAt: procedureLookup(contract),
    attachments: createAttachmentStore({ folder: join(dirname(at.file), 'attachments'), key: at.key, random }),
    ...{ handlers, reader, writer, nowMs: () => Date.now(), onCommit: () => {} },
    logBug: fail,
  })
  return {
    reader,
    ask: async (path, input) => {
      const reply = await call(path, input, { actor })
      if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
      // The contract's own type; benches do not parse answers.
      return reply.data as never
    },
    close: () => (writer ?? reader).close(),
  }
}

export const readingDoor = (at: BenchFile): Door => doorOver(at, openReader(at), null)

export const writingDoor = async (at: BenchFile): Promise<Door> => {
  const writer = openWriter(await openExisting(at), {
    nowMs: () => Date.now(),
    random,
  })
  return doorOver(at, writer, writer)
}
