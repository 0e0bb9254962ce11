// Reminders as notices, with a fake Electron around them: what they say, where a click leads, and what a lock takes away.
import type { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import type { AppEvent, Reply } from '#shared/base/procedure.ts'
import type { Engine } from '#main/engine/engine.ts'
import { speak } from '#main/shell/sentences.ts'
import { startReminders } from '#main/shell/start-reminders.ts'
import type { Windows } from '#main/shell/windows.ts'

interface Options {
  readonly title: string
  readonly body: string
  readonly actions: readonly { readonly text: string }[]
}
interface Notice extends EventEmitter {
  readonly options: Options
  isOpen: boolean
}

const electron = vi.hoisted(() => ({ notices: [] as Notice[], power: null as EventEmitter | null }))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  electron.power = new Emitter()
  class Notification extends Emitter {
    static isSupported = () => true
    isOpen = false
    readonly options: Options
    constructor(options: Options) {
      super()
      this.options = options
      electron.notices.push(this)
    }
    show() {
      this.isOpen = true
    }
    close() {
      this.isOpen = false
    }
  }
  return { Notification, powerMonitor: electron.power }
})

const START = Date.parse('2026-03-02T09:00:00.000Z')
const CONTACT = '01900000-0000-7000-8000-00000000000c'
const ACTIVITY = '01900000-0000-7000-8000-0000000000aa'

let now = START
let isLocked = false
let asked: { path: string; input: unknown }[] = []
let shown: (string | null)[] = []
let tell: (event: AppEvent) => void = () => {}

const reminder = {
  ...{ activityId: ACTIVITY, on: '2026-03-02', at: '2026-03-02T09:30:00.000Z', kind: 'task', title: 'Call back' },
  ...{ dueOn: '2026-03-02', dueTime: '17:30', isSnoozed: false },
  record: { type: 'contact', id: CONTACT, name: 'Anna Berg' },
}

const answer = (path: string, input: unknown): Reply => {
  asked.push({ path, input })
  if (isLocked) return { ok: false, error: { code: 'forbidden', messageKey: 'workspace.locked', params: {} } }
  const { from, to } = input as { readonly from: string; readonly to: string } // what reminders.due takes
  const data = path === 'reminders.due' && reminder.at > from && reminder.at <= to ? [reminder] : []
  return { ok: true, data, reads: [], rev: 0 }
}

beforeEach(async () => {
  now = START
  isLocked = false
  asked = []
  shown = []
  electron.notices.length = 0
  vi.useFakeTimers()
  const engine: Engine = {
    openSession: () => ({ call: (path, input) => Promise.resolve(answer(path, input)), close: () => {} }),
    onEvent: (listener) => {
      tell = listener
      return () => {}
    },
    lock: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  const windows: Pick<Windows, 'show'> = { show: (route) => void shown.push(route) }
  startReminders({
    engine,
    windows: windows as Windows, // nothing else of it is used
    say: speak(() => 'en'),
    now: () => now,
    log: { folder: '', info: () => {}, warn: () => {}, bug: () => {} },
  })
  await vi.advanceTimersByTimeAsync(30_000)
  now = START + 30 * 60_000
})

test('a reminder says what, when and whom about, and can be put off', async () => {
  await vi.advanceTimersByTimeAsync(30_000)

  const [notice] = electron.notices
  expect(notice?.options).toMatchObject({ title: 'Call back', body: '17:30 · Anna Berg' })
  expect(notice?.options.actions.map(({ text }) => text)).toEqual(['In 10 minutes', 'In an hour', 'Tomorrow'])
  notice?.emit('action', { actionIndex: 1 })
  await vi.waitFor(() =>
    expect(asked.at(-1)).toEqual({
      path: 'reminders.snooze',
      input: { activityId: ACTIVITY, on: '2026-03-02', for: 'one_hour' },
    }),
  )
})

test('a click on it opens the record', async () => {
  await vi.advanceTimersByTimeAsync(30_000)
  electron.notices[0]?.emit('click', {})

  expect(shown).toEqual([`/contacts/${CONTACT}`])
})

test('after a sleep it comes at once', async () => {
  electron.power?.emit('resume')
  await vi.waitFor(() => expect(electron.notices).toHaveLength(1))
})

test('a lock takes it from the screen, and while it lasts no name is shown', async () => {
  await vi.advanceTimersByTimeAsync(30_000)
  isLocked = true
  tell({ type: 'workspace' })
  await vi.waitFor(() => expect(electron.notices[0]?.isOpen).toBe(false))
  now += 3_600_000
  await vi.advanceTimersByTimeAsync(60_000)

  expect(electron.notices).toHaveLength(1)
})
