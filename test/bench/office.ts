// The office that is measured: a real workspace folder, made by the engine, then filled past the door with the rows of workspace.ts.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openExisting, openWriter } from '#main/db/open-workspace.ts'
import { type Engine, type EngineOptions, type Session, startEngine } from '#main/engine/engine.ts'
import { argon2 } from '#main/workspace/argon2.ts'
import { readKeys } from '#main/workspace/key-file.ts'
import { findUserSlot, openWithPassword } from '#main/workspace/key-slots.ts'
import { fillWorkspace } from './workspace.ts'
import { seeded } from './people.ts'

export const PASSWORD = 'a password for the bench'
/** The built program, as it ships: `npm run bench` builds it first. */
const built = (name: string): URL => new URL(`../../out/main/${name}.js`, import.meta.url)

export const workers = { engine: built('engine-worker'), argon2: built('argon2-worker') }

/** What can be asked of a running engine, errors thrown. */
export interface RunningEngine {
  readonly engine: Engine
  readonly session: Session
  readonly ask: (path: string, input: unknown) => Promise<unknown>
}

/** `changes`: what is to be other than in a window. */
export const startOffice = async (folder: string, changes: Partial<EngineOptions> = {}): Promise<RunningEngine> => {
  const runtimeFolder = join(folder, '..', 'run')
  mkdirSync(runtimeFolder, { recursive: true, mode: 0o700 })
  const engine = await startEngine({
    ...{ folder, runtimeFolder, now: () => Date.now() },
    machine: { id: 'bench', folder: join(runtimeFolder, 'machine') },
    logBug: (traceId, error) => console.error(traceId, error),
    workers,
    ...changes,
  })
  const session = engine.openSession({ resolveFile: (path) => path })
  return {
    engine,
    session,
    ask: async (path, input) => {
      const reply = await session.call(path, input)
      if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
  }
}

/** The data key by the password, and what Argon2id took of it in ms. */
export const keyOf = async (folder: string): Promise<{ key: Uint8Array; derivationMs: number }> => {
  const keys = readKeys(folder)
  if (!keys) throw new Error(`There are no keys in ${folder}.`)
  const start = performance.now()
  const key = await openWithPassword(argon2, keys.file, findUserSlot(keys.file, null), PASSWORD)
  return { key, derivationMs: performance.now() - start }
}

/** Makes the folder and fills it. Answers the data key. */
export const makeOffice = async (folder: string, share = 1): Promise<Uint8Array> => {
  const { engine, ask } = await startOffice(folder)
  const made = await ask('workspace.create', {
    ...{ workspaceName: 'Bench', userName: 'Bench', password: PASSWORD, language: 'en', timeZone: 'Europe/Berlin' },
  })
  await ask('workspace.confirmRecoveryKey', made)
  await engine.close()
  const { key } = await keyOf(folder)
  const random = seeded(20_261_102)
  const writer = openWriter(await openExisting({ file: join(folder, 'kith.db'), key }), {
    nowMs: () => Date.now(),
    random: (bytes) => {
      for (let index = 0; index < bytes.length; index++) bytes[index] = Math.floor(random() * 256)
    },
  })
  fillWorkspace(writer, random, share)
  writer.tidy()
  writer.raw.pragma('wal_checkpoint(TRUNCATE)')
  writer.close()
  return key
}
