// The headless engine as it ships (`kith serve`), its caches warmed through the socket; answers what memory it holds then.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '#shared/base/procedure.ts'
import { workInside } from '#main/engine/command-line/held-workspace.ts'
import { runtimeFolderOf, thisUser } from '#main/engine/runtime-folder.ts'
import type { Session } from '#main/engine/session.ts'
import { PASSWORD, workers } from './office.ts'

const SORTS = { companies: ['name', 'updatedAt', 'city', 'industry'], contacts: ['name', 'updatedAt'] } as const
const WORDS = ['Schmidt', '华腾', 'zjh', '8013', 'Beacon', '王', 'prices', '报价']

const warm = async (session: Session): Promise<Reply> => {
  const ask = async (path: string, input: unknown): Promise<unknown> => {
    const reply = await session.call(path, input)
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
    return reply.data
  }
  for (const [feature, sorts] of Object.entries(SORTS)) {
    for (const sort of sorts) {
      const { anchors } = (await ask(`${feature}.outline`, { sort })) as { anchors: unknown[] }
      for (const after of anchors) await ask(`${feature}.list`, { sort, after, limit: 200 })
    }
  }
  for (const text of WORDS) await ask('search.find', { text, limit: 200 })
  await ask('deals.board', {})
  for (let index = 0; index < 200; index++) await ask('companies.create', { name: `Warm ${index}` })
  return session.call('users.me', {})
}

/** Resident memory in MB, as Linux tells it. */
const residentMb = (pid: number): number => {
  const line = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) / 1000
}

/** Starts `kith serve`, warms it, and answers its memory in MB. */
export const memoryOfWarmEngine = async (folder: string): Promise<number> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../out/main/cli.js'), '--workspace', folder, 'serve'], {
    env: { ...process.env, KITH_PASSWORD: PASSWORD },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  try {
    await once(child.stderr, 'data')
    const options = {
      folder,
      now: () => Date.now(),
      logBug: () => {},
      workers,
      runtimeFolder: runtimeFolderOf(thisUser(tmpdir())),
    }
    const reply = await workInside(options, { user: null, password: PASSWORD }, warm)
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    await sleep(1000)
    return residentMb(child.pid ?? 0)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
