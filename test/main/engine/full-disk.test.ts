// A disk without room, a small one in memory: what is there can be looked up, what cannot be saved is refused, and nothing is half done.
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Reply } from '#shared/base/procedure.ts'
import { type MachineProcess, startMachine } from '../../faults/nemesis/machine-process.ts'
import { company as someCompany, join as joinOffice, names, office, status, until } from './networked.ts'
import { company, PASSWORD, testPlace } from './test-engine.ts'

// Every test starts threads that load the program from source.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const KB = 1024
const MB = 1024 * KB
const big = (name: string): object => ({ name, description: 'x'.repeat(20_000) })
const notSaved = { ok: false, error: expect.objectContaining({ code: 'unavailable', messageKey: 'errors.diskFull' }) }

const canMount = process.platform === 'linux' && process.getuid?.() === 0
if (!canMount) console.error('Left out, because only root can mount a small disk, on Linux.')

describe.runIf(canMount)('on a disk without room', () => {
  let disk = ''
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'kith-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'kith-test', disk])
  })
  afterEach(() => {
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  })
  const room = (): number => {
    const { bavail, bsize } = statfsSync(disk)
    return bavail * bsize
  }
  /** Leaves so many bytes. */
  const fill = (left = 0): void => {
    const file = openSync(join(disk, 'ballast'), 'w')
    const block = Buffer.alloc(65_536)
    try {
      for (;;) writeSync(file, block)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
    ftruncateSync(file, fstatSync(file).size - left)
    closeSync(file)
  }
  const reached = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port }, () => resolve(void socket.destroy())).on('error', reject)
    })
  const empty = (): void => rmSync(join(disk, 'ballast'))

  test('a change is refused, what was saved is kept, and it goes on once there is room', async () => {
    const small = testPlace(disk)
    const { create, ask, get, engine } = await small.engine()
    await create()
    await get('companies.create', company('Saved before'))
    fill()
    const replies = []
    for (let count = 0; count < 60 && replies.at(-1)?.ok !== false; count++)
      replies.push(await ask('companies.create', big('Too much')))
    expect(replies.at(-1)).toMatchObject(notSaved)
    const { length } = replies
    expect(await get('companies.list', { after: null, limit: 200 })).toHaveLength(length)

    empty()
    expect(await ask('companies.create', company('Saved after'))).toMatchObject({ ok: true })
    fill()
    await engine.lock()
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
    expect(await get('companies.list', { after: null, limit: 200 })).toHaveLength(length + 1)
    expect(small.bugs.map(String).filter((bug) => !bug.includes('full'))).toEqual([])
    await small.remove()
  })

  test('what others wrote is not taken, this machine says why, and it comes once there is room', async () => {
    const small = testPlace(disk)
    const guest = await small.engine({ networkPlace: { host: '127.0.0.1', port: 0, isSilent: true } })
    const host = await office()
    await joinOffice(host, guest)
    await someCompany(host, 'Saved before')
    await until(async () => expect(await names(guest)).toEqual(['Saved before']))
    fill()
    for (let count = 0; count < 60; count++) await host.get('companies.create', big(`Too much ${count}`))
    await until(async () =>
      expect(await status(guest)).toMatchObject({
        ...{ state: 'trouble', sentence: { messageKey: 'network.trouble.own_disk_full' } },
      }),
    )

    empty()
    await until(async () => expect(await names(guest)).toHaveLength(61))
    await until(async () => expect(await status(guest)).toMatchObject({ state: 'quiet' }))
    // What is kept beside the database could not be written either.
    expect(small.bugs.map(String).filter((bug) => !bug.includes('diskFull'))).toEqual([])
    await small.remove()
  })

  test('the records are not checked where those who work would lack the room, and are once there is some', async () => {
    const small = testPlace(disk)
    const one = await small.engine()
    await one.create()
    await one.get('companies.create', company('Saved before'))
    expect(await one.get('network.check')).toEqual({ level: 'trouble', messageKey: 'network.check.noRoom', params: {} })
    expect(readdirSync(small.folder).filter((name) => name.startsWith('check.db'))).toEqual([])

    execFileSync('mount', ['-o', 'remount,size=256m', disk])
    expect(await one.get('network.check')).toMatchObject({ level: 'good', messageKey: 'network.check.same' })
    expect(small.bugs).toEqual([])
    await small.remove()
  })

  test('a network that cannot be switched on says why; one that is switched off is shut, and says until when', async () => {
    const small = testPlace(disk)
    const one = await small.engine({ networkPlace: { host: '127.0.0.1', port: 0, isSilent: true } })
    await one.create()
    fill()
    expect(await one.ask('network.switch', { isOn: true, name: 'Front desk' })).toMatchObject(notSaved)
    expect(await status(one)).toMatchObject({ isOn: false, port: null, name: null, devices: [] })
    empty()
    await one.get('network.switch', { isOn: true, name: 'Front desk' })
    const { port, devices } = await status(one)
    expect(devices).toMatchObject([{ name: 'Front desk', letter: 'A' }])

    fill()
    expect(await one.ask('network.switch', { isOn: true, name: 'Till' })).toMatchObject({ ok: false })
    expect(await status(one)).toMatchObject({ isOn: true, port, name: 'Front desk' })

    const isOff = {
      ...{ isOn: false, port: null, name: 'Front desk', state: 'trouble' },
      sentence: { messageKey: 'network.trouble.off_disk_full' },
    }
    expect(await one.get('network.switch', { isOn: false })).toMatchObject(isOff)
    await expect(reached(port ?? 0)).rejects.toThrow('ECONNREFUSED')
    expect(await one.ask('network.switch', { isOn: true })).toMatchObject({ ok: false })
    expect(await status(one)).toMatchObject(isOff)

    // No room when it is closed: it is on again. With room then it stays off.
    await one.get('workspace.lock')
    empty()
    await one.get('workspace.unlock', { password: PASSWORD })
    expect(await status(one)).toMatchObject({ isOn: true, name: 'Front desk', state: 'quiet' })
    fill()
    expect(await one.get('network.switch', { isOn: false })).toMatchObject(isOff)
    empty()
    await one.get('workspace.lock')
    await one.get('workspace.unlock', { password: PASSWORD })
    expect(await status(one)).toMatchObject({ isOn: false, name: 'Front desk', state: 'off' })

    // While it is open it is tried again each minute.
    await one.get('workspace.lock')
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    await one.get('workspace.unlock', { password: PASSWORD })
    await one.get('network.switch', { isOn: true })
    fill()
    expect(await one.get('network.switch', { isOn: false })).toMatchObject(isOff)
    vi.advanceTimersByTime(60_000)
    expect(await status(one)).toMatchObject(isOff)
    empty()
    vi.advanceTimersByTime(60_000)
    expect(await status(one)).toMatchObject({ isOn: false, state: 'off' })
    await small.remove()
  })

  test('a workspace that was closed in good order opens with room for next to nothing, and says so with none at all', async () => {
    const small = testPlace(disk)
    const { create, ask, get, engine } = await small.engine()
    await create()
    await get('companies.create', company('Saved before'))
    await engine.lock()
    expect(existsSync(join(small.folder, 'kith.db-wal'))).toBe(false)

    fill()
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({
      ok: false,
      error: { code: 'unavailable', messageKey: 'workspace.diskFull' },
    })
    fill(128 * KB)
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
    expect(await get('companies.list', { after: null, limit: 200 })).toHaveLength(1)
    await small.remove()
  })

  describe('a machine that was killed', () => {
    let base = ''
    let running: MachineProcess | null = null
    const complaints: string[] = []
    beforeEach(() => {
      base = mkdtempSync(join(tmpdir(), 'kith-killed-'))
      mkdirSync(join(base, 'run'))
      writeFileSync(join(base, 'clock'), '0')
    })
    const kill = async (): Promise<void> => {
      running?.signal('SIGKILL')
      await running?.ended
    }
    afterEach(async () => {
      await kill()
      rmSync(base, { recursive: true })
    })
    const start = async (): Promise<void> => {
      const place = { prefix: [], folder: join(disk, 'office'), own: base, place: '-', clock: join(base, 'clock') }
      running = await startMachine({ ...place, onComplaint: (text) => void complaints.push(text) })
    }
    const ask = async (path: string, input?: unknown): Promise<Reply | null> => (await running?.ask(path, input)) ?? null
    const get = async (path: string, input?: unknown): Promise<unknown> => {
      const reply = await ask(path, input)
      if (!reply?.ok) throw new Error(`${path}: ${JSON.stringify(reply)} ${complaints.join('\n')}`)
      return reply.data
    }
    const reopen = async (): Promise<void> => {
      await start()
      await get('workspace.unlock', { password: PASSWORD })
    }
    const logBytes = (): number => statSync(join(disk, 'office', 'kith.db-wal')).size

    test('opens and can be read where its log fills the disk, and gives the log back where there is room for what it holds', async () => {
      await start()
      const made = await get('workspace.create', {
        ...{ workspaceName: 'Office', userName: 'Lin', password: PASSWORD, language: 'en', timeZone: 'Asia/Shanghai' },
      })
      await get('workspace.confirmRecoveryKey', made)
      for (let count = 0; count < 100; count++) await get('companies.create', big(`Company ${count}`))
      await kill()
      const left = logBytes()
      expect(left).toBeGreaterThan(4 * MB)

      fill()
      await reopen()
      expect(await get('companies.list', { after: null, limit: 200 })).toHaveLength(100)
      expect(logBytes()).toBe(left)
      expect(await ask('companies.create', big('Too much'))).toMatchObject(notSaved)
      await kill()

      empty()
      fill(8 * MB)
      await reopen()
      expect(await get('companies.list', { after: null, limit: 200 })).toHaveLength(100)
      expect(logBytes()).toBe(0)
      expect(room()).toBeGreaterThan(8 * MB + left / 2)
      expect(await ask('companies.create', big('There is room'))).toMatchObject({ ok: true })
      expect(complaints.filter((text) => !text.includes('full'))).toEqual([])
    })
  })
})
