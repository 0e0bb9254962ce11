// A real engine in a folder of its own: real threads, keys and files; only the clock can be turned, and a password costs little.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { AppEvent, Reply } from '#shared/base/procedure.ts'
import type { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { type Engine, type EngineOptions, type Session, startEngine } from '#main/engine/engine.ts'
import { readKeys } from '#main/workspace/key-file.ts'
import { findUserSlot, openWithPassword } from '#main/workspace/key-slots.ts'
import { argon2 } from '#main/workspace/argon2.ts'
import { quickCosts } from '../workspace/key-material.ts'

// Every engine starts threads that load the program from source; this keeps what was compiled.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'kith-compiled-for-tests')

export const PASSWORD = 'a good password'
const source = (path: string): URL => new URL(`../../../src/main/${path}`, import.meta.url)

export interface TestPlace {
  readonly base: string
  readonly folder: string
  readonly bugs: unknown[]
  readonly engine: (changes?: Partial<EngineOptions>) => Promise<TestEngine>
  readonly remove: () => Promise<void>
}

export interface TestEngine {
  readonly engine: Engine
  readonly session: Session
  readonly events: AppEvent[]
  readonly ask: (path: string, input?: unknown) => Promise<Reply>
  /** The data of a reply that must be good. */
  readonly get: (path: string, input?: unknown) => Promise<unknown>
  /** A new workspace, its recovery key typed back. */
  readonly create: (changes?: Partial<z.input<typeof workspaceContract.create.input>>) => Promise<string>
}

/** `folder` is `office` in a new folder, or a mounted disk. */
export const testPlace = (home?: string): TestPlace => {
  const base = mkdtempSync(join(tmpdir(), 'kith-e-'))
  const folder = join(home ?? base, 'office')
  const runtimeFolder = join(base, 'run')
  mkdirSync(runtimeFolder)
  const bugs: unknown[] = []
  const engines: Engine[] = []

  const engine = async (changes: Partial<EngineOptions> = {}): Promise<TestEngine> => {
    const started = await startEngine({
      folder,
      now: () => Date.now(),
      logBug: (_traceId, error) => bugs.push(error),
      workers: { engine: source('engine/engine-worker.ts'), argon2: source('workspace/argon2-worker.ts') },
      runtimeFolder,
      machine: { id: 'test-machine', folder: join(base, 'machine') },
      costs: quickCosts,
      ...changes,
    })
    engines.push(started)
    const session = started.openSession({ resolveFile: (path) => path })
    const events: AppEvent[] = []
    started.onEvent((event) => events.push(event))
    const ask = (path: string, input: unknown = {}): Promise<Reply> => session.call(path, input)
    const get = async (path: string, input?: unknown): Promise<unknown> => {
      const reply = await ask(path, input)
      if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)} ${bugs.map(String).join('\n')}`)
      return reply.data
    }
    const create: TestEngine['create'] = async (inputs = {}) => {
      const input = {
        workspaceName: 'Office',
        userName: 'Lin',
        password: PASSWORD,
        language: 'en',
        timeZone: 'Asia/Shanghai',
        ...inputs,
      }
      const recoveryKey = recoveryKeyIn(await get('workspace.create', input))
      await get('workspace.confirmRecoveryKey', { recoveryKey })
      return recoveryKey
    }
    return { engine: started, session, events, ask, get, create }
  }

  return {
    base,
    folder,
    bugs,
    engine,
    remove: async () => {
      for (const one of engines) await one.close()
      rmSync(base, { recursive: true })
    },
  }
}

export const recoveryKeyIn = (data: unknown): string => {
  if (typeof data === 'object' && data !== null && 'recoveryKey' in data) return String(data.recoveryKey)
  throw new Error('There is no recovery key in this reply')
}

/** The data key, for tests that reach into the file from outside. */
export const dataKeyOf = (folder: string, password = PASSWORD): Promise<Uint8Array> => {
  const found = readKeys(folder)
  if (!found) throw new Error('There are no keys')
  return openWithPassword(argon2, found.file, findUserSlot(found.file, null), password)
}

export const company = (name: string): object => ({ name })
