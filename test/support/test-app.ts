// A whole engine in memory: real SQLite, real migrations, real handlers; only the clock, the ids' randomness and the wire are ours.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppEvent, Reply } from '#shared/base/procedure.ts'
import type { Language } from '#shared/base/messages.ts'
import { contract } from '#shared/contract.ts'
import { type AttachmentStore, createAttachmentStore } from '#main/attachments/attachment-store.ts'
import { createDatabase, openWriter, type Writer } from '#main/db/open-workspace.ts'
import { handlers } from '#main/features/index.ts'
import { setUpWorkspace } from '#main/features/settings/new-workspace.ts'
import { createCall } from '#main/rpc/call.ts'
import type { Actor, InputOf, OutputOf, ProcedurePath } from '#main/rpc/handlers.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import { pull } from './replicas.ts'

export const TEST_START = Date.parse('2026-03-02T09:00:00.000Z')

export interface TestApp {
  readonly writer: Writer
  /** Its folder is made when a first file comes. */
  readonly attachments: AttachmentStore
  readonly owner: Actor
  /** What the engine could not answer for, in order; may be emptied. */
  readonly bugs: unknown[]
  /** As a window calls: input and answer cross a structured clone. */
  readonly call: (path: string, input: unknown, actor?: Actor) => Promise<Reply>
  /** The answer's data; a refusal fails the test with its key. */
  readonly ask: <Path extends ProcedurePath>(path: Path, input: InputOf<Path>) => Promise<OutputOf<Path>>
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Moves the clock on by so many milliseconds; each call also moves it by one. */
  readonly pass: (ms: number) => void
  readonly close: () => void
}

/** The same bytes in each run, another sequence for each seed. */
const seededRandom = (seed: number) => {
  let state = seed >>> 0
  return (bytes: Uint8Array): void => {
    for (let index = 0; index < bytes.length; index++) {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      bytes[index] = (mixed ^ (mixed >>> 14)) & 0xff
    }
  }
}

const machines = [
  { origin: 15, deviceName: 'test-machine', seriesLetter: 'A', seed: 1 },
  { origin: 31, deviceName: 'second-machine', seriesLetter: 'B', seed: 11 },
  { origin: 47, deviceName: 'third-machine', seriesLetter: 'C', seed: 13 },
] as const

export const createTestApp = async (
  options: {
    readonly language?: Language
    readonly workspaceId?: string
    /** Another machine of the same office: it has everything that this one has. */
    readonly joins?: { readonly app: TestApp; readonly person: Actor; readonly isThird?: boolean }
  } = {},
): Promise<TestApp> => {
  const language = options.language ?? 'en'
  const { origin, deviceName, seriesLetter, seed } = machines[options.joins?.isThird ? 2 : options.joins ? 1 : 0]
  let now = TEST_START
  const raw = await createDatabase(
    { file: ':memory:', key: null },
    {
      workspaceId: options.workspaceId ?? '01900000-0000-7000-8000-000000000001',
      ...{ origin: new Uint8Array(16).fill(origin), deviceName, seriesLetter },
    },
  )
  const writer = openWriter(raw, { nowMs: () => now, random: seededRandom(options.workspaceId ? 7 : seed) })
  const filesFolder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const attachments = createAttachmentStore({
    ...{ folder: join(filesFolder, 'attachments'), key: new Uint8Array(32).fill(3), random: seededRandom(2) },
  })
  const owner: Actor = options.joins?.person ?? {
    userId: '01900000-0000-7000-8000-00000000000a',
    name: 'Anna Berg',
    rights: ['*'],
  }
  if (options.joins) pull({ writer }, options.joins.app)
  else
    writer.write({ actor: owner.userId, procedure: 'workspace.create' }, (tx) => {
      setUpWorkspace(tx, {
        ...{ userId: owner.userId ?? '', userName: owner.name, workspaceName: 'Test office', language },
        ...{ currency: language === 'zh-CN' ? 'CNY' : 'EUR', timeZone: 'Asia/Shanghai' },
      })
    })

  const listeners = new Set<(event: AppEvent) => void>()
  const bugs: unknown[] = []
  const door = createCall({
    procedureAt: procedureLookup(contract),
    handlers,
    reader: writer,
    writer,
    attachments,
    nowMs: () => now,
    logBug: (path, error) => {
      bugs.push(error)
      return `${path}#${bugs.length}`
    },
    onCommit: (tables, rev) => {
      for (const listener of listeners) listener({ type: 'changed', tables, rev })
    },
    checkOutput: true,
  })

  const call: TestApp['call'] = async (path, input, actor = owner) => {
    now += 1
    return structuredClone(await door(path, structuredClone(input), { actor }))
  }
  return {
    writer,
    attachments,
    owner,
    bugs,
    call,
    ask: async (path, input) => {
      const reply = await call(path, input)
      if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`, { cause: bugs.at(-1) })
      // The door checked it against the contract.
      return reply.data as never
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pass: (ms) => {
      now += ms
    },
    close: () => {
      writer.close()
      rmSync(filesFolder, { recursive: true, force: true })
    },
  }
}
