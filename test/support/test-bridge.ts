// What a page sees of the main process, over a whole engine in memory. The desktop, the lock and the office network are played: they need
// Electron, files and other machines.
import type { AppErrorData } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import type { AppEvent, Bridge, Reply } from '#shared/base/procedure.ts'
import { type Preferences, preferences as preferencesSchema } from '#shared/shell/shell.contract.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import type { WorkspaceStatus } from '#shared/workspace/workspace.contract.ts'
import type { TestApp } from './test-app.ts'

export interface TestBridge extends Bridge {
  /** Calls of what is played, in order: path and input. */
  readonly shellCalls: readonly { readonly path: string; readonly input: unknown }[]
  readonly emit: (event: AppEvent) => void
  /** A file of the page that lies at this path, as if it had been dropped: the bridge puts the path in its place. */
  readonly fileAt: (path: string) => File
  /** Answers this path of the desktop with these data from now on. */
  readonly answer: (path: string, data: unknown) => void
  /** Answers this path with an error from now on; `null`: as before. */
  readonly fail: (path: string, error: AppErrorData | null) => void
}

export const TEST_PASSWORD = 'correct horse battery'
export const TEST_RECOVERY_KEY = 'NY1XJ-PJBZX-6XPT9-4XHHP-5SFCD-ZV9WF-VKN8Z-C47BW'

/** Nobody has switched it on. */
export const networkOff: NetworkStatus = {
  ...{ state: 'off', sentence: { messageKey: 'network.off', params: {} }, isOn: false, name: null, port: null, taking: null },
  ...{ addresses: [], devices: [], invitation: null, files: [], joining: [], signs: {}, removed: [] },
}

export interface TestBridgeOptions {
  readonly language: Language
  readonly state: WorkspaceStatus['state']
}

export const createTestBridge = (app: TestApp, { language, state: firstState }: TestBridgeOptions): TestBridge => {
  const listeners = new Set<(event: AppEvent) => void>()
  const failures = new Map<string, AppErrorData>()
  const given = new Map<string, unknown>()
  const paths = new Map<unknown, string>()
  const withPaths = (value: unknown): unknown => {
    if (value instanceof File) return paths.get(value) ?? ''
    if (Array.isArray(value)) return value.map(withPaths)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPaths(inner)]))
  }
  const shellCalls: { path: string; input: unknown }[] = []
  let preferences: Preferences = { language, colorScheme: 'light', density: 'normal', isScreenPrivate: false }
  let state = firstState
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  app.onEvent(emit)

  const status = (): WorkspaceStatus => {
    const user = { id: app.owner.userId ?? '', name: app.owner.name }
    return { state, folder: '/home/anna/Kith', users: [user], user: state === 'open' ? user : null, notice: null }
  }
  const enter = (next: WorkspaceStatus['state']): WorkspaceStatus => {
    state = next
    emit({ type: 'workspace' })
    return status()
  }
  const good = (data: unknown, reads: readonly string[] = []): Reply => ({ ok: true, data, reads: [...reads], rev: 0 })
  const newWorkspace = (): Reply => {
    enter('unconfirmed')
    return good({ recoveryKey: TEST_RECOVERY_KEY })
  }
  const refused = (messageKey: string): Reply => ({ ok: false, error: { code: 'forbidden', messageKey, params: {} } })

  const answers: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => Reply>> = {
    'workspace.status': () => good(status()),
    'workspace.create': () => newWorkspace(),
    'network.join': () => newWorkspace(),
    'workspace.confirmRecoveryKey': ({ recoveryKey }) =>
      recoveryKey === TEST_RECOVERY_KEY ? good(enter('open')) : refused('workspace.recoveryKeyWrong'),
    'workspace.lock': () => good(enter('locked')),
    'workspace.unlock': ({ password }) => (password === TEST_PASSWORD ? good(enter('open')) : refused('workspace.passwordWrong')),
    'network.status': () => good(networkOff, ['network']),
    'network.found': () => good([]),
    'presence.here': () => good({ others: [], ownOrigin: '0'.repeat(32) }, ['presence']),
    'presence.leave': () => good(null),
    'arrivals.ofRecord': () => good([], ['arrivals']),
    'shell.preferences': () => good(preferences),
    'shell.setPreferences': (input) => {
      preferences = preferencesSchema.parse({ ...preferences, ...input })
      emit({ type: 'preferences' })
      return good(preferences)
    },
    'shell.about': () =>
      good({ version: '0.1.0', electron: '45.4.1', platform: 'linux', computer: 'front-desk', isStandIn: true }),
    'shell.printable': () => good(null),
    'shell.print': () => good({ printed: true }),
    'shell.pdf': () => good(new Uint8Array()),
    'shell.chooseFile': () => good(null),
    'shell.chooseFiles': () => good([]),
    'shell.chooseTarget': () => good(null),
    'shell.openAttachment': () => good({ name: 'file' }),
    'shell.chooseFolder': () => good(null),
    'shell.openWatched': () => good({ file: 'token', name: 'file.csv', mappingId: '00000000-0000-4000-8000-000000000000' }),
    'shell.logError': () => good({ traceId: 'test-trace' }),
  }

  return {
    shellCalls,
    emit,
    fileAt: (path) => {
      const file = new File([], path.replace(/^.*\//u, ''))
      paths.set(file, path)
      return file
    },
    answer: (path, data) => void given.set(path, data),
    fail: (path, error) => void (error ? failures.set(path, error) : failures.delete(path)),
    call: async (_callId, path, input) => {
      const failure = failures.get(path)
      if (failure) return { ok: false, error: failure }
      if (!/^(?:shell|workspace|network|presence|arrivals)\./u.test(path)) return app.call(path, withPaths(input))
      shellCalls.push({ path, input })
      if (given.has(path)) return good(given.get(path), path.split('.').slice(0, 1))
      const answer = answers[path]
      if (!answer) throw new Error(`The test bridge does not play ${path}`)
      return answer(Object(input))
    },
    cancel: () => {},
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
