// The stand-in for Electron itself, on a small app of its own: what Electron refuses is refused, what crosses between the worlds arrives.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Desktop, launch } from './driver.ts'

interface FixtureWindow {
  readonly bridge: {
    invoke(channel: string, value?: unknown): Promise<unknown>
    require(name: string): string
    readonly sandboxed: boolean
  }
  askWorker(): Promise<string>
}

const fixture = 'test/standin/fixture'
let desktop: Desktop

test.beforeAll(async () => {
  desktop = await launch({ app: fixture })
})
test.afterAll(async () => {
  await desktop.close()
  expect(desktop.pageErrors).toEqual([])
})

const invoke = (channel: string, value?: unknown) =>
  desktop.page.evaluate(
    ([name, sent]) =>
      (window as unknown as FixtureWindow).bridge
        .invoke(name, sent)
        .catch((error: unknown) => (error instanceof Error ? error.message : error)), // fixture/preload.cjs
    [channel, value] as const,
  )

for (const [name, message] of [
  ['no-sandbox', 'stand-in: webPreferences.sandbox: false is not imitated'],
  ['unknown-member', 'stand-in: app.showEmojiPanel is not imitated'],
  ['unknown-event', "stand-in: app.on('gpu-info-update') is not imitated"],
  ['unknown-option', 'stand-in: printToPDF has no option papersize'],
  ['left-out', 'stand-in: safeStorage.isAsyncEncryptionAvailable is not imitated'],
  ['late-scheme', 'protocol.registerSchemesAsPrivileged should be called before app is ready'],
  ['second-handler', "Attempted to register a second handler for 'twice'"],
  ['send-function', 'An object could not be cloned.'],
  ['electron-in-worker', "stand-in: 'electron' cannot be used in a worker thread, nor can it in Electron"],
  ['argon2', "stand-in: argon2Sync is not in Electron's BoringSSL"],
] as const) {
  test(`wrong use is refused: ${name}`, async () => {
    expect(await invoke('wrong', name)).toBe(message)
  })
}

test('an entry module that waits for `ready` at its top level ends with a word about it', () => {
  const userData = mkdtempSync(join(tmpdir(), 'kith-e2e-'))
  const { status, stderr } = spawnSync(
    resolve('test/standin/electron'),
    [fixture, `--user-data-dir=${userData}`, '--do=await-ready'],
    { encoding: 'utf8', timeout: 20_000 },
  )

  expect(status).toBe(13)
  expect(stderr).toContain('a top-level await that needs `ready` hangs in Electron too')
})

test('values cross from the page to the app and back as clones', async () => {
  const same = await desktop.page.evaluate(async () => {
    const sent = {
      day: new Date(5),
      map: new Map([[1, { gone: undefined }]]),
      floats: new Float64Array([1.5]),
      minus: -0,
      huge: 2n ** 70n,
    }
    const back = (await (window as unknown as FixtureWindow).bridge.invoke('echo', sent)) as typeof sent // the handler returns it
    return [back.day.getTime(), back.map.get(1), back.floats[0], Object.is(back.minus, -0), back.huge === sent.huge]
  })

  expect(same).toEqual([5, { gone: undefined }, 1.5, true, true])
  expect(await invoke('uncloneable')).toBe("Error invoking remote method 'uncloneable': Error: An object could not be cloned.")
})

test('errors of a handler arrive in the words of Electron', async () => {
  expect(await invoke('fail')).toBe("Error invoking remote method 'fail': RangeError: too far")
  expect(await invoke('nobody')).toBe("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'")
})

test('the preload runs in a world of its own, with no more than a sandbox gives', async () => {
  const seen = await desktop.page.evaluate(() => {
    const { bridge } = window as unknown as FixtureWindow // fixture/preload.cjs
    const tryRequire = (name: string) => {
      try {
        return bridge.require(name)
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    }
    return [
      bridge.sandboxed,
      Object.isFrozen(bridge),
      'require' in window,
      'process' in window,
      tryRequire('electron'),
      tryRequire('node:fs'),
    ]
  })

  expect(seen).toEqual([true, true, false, false, 'object', 'module not found: node:fs'])
  expect(await invoke('sender')).toEqual(['app://main/index.html', true])
})

test('the app answers requests of its scheme with method and body, also those of a worker', async () => {
  const answer = await desktop.page.evaluate(
    async () => (await fetch('./echo', { method: 'POST', body: new Uint8Array([1, 0, 255]) })).json() as Promise<unknown>,
  )

  expect(answer).toEqual({ method: 'POST', body: [1, 0, 255] })
  expect(await desktop.page.evaluate(() => (window as unknown as FixtureWindow).askWorker())).toBe('POST blocked')
})

test('a chosen file has a path for the preload', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'kith-e2e-')), 'customers.csv')
  writeFileSync(path, 'name\nKith\n')

  await desktop.page.getByLabel('File').setInputFiles(path)

  await expect(desktop.page.locator('output')).toHaveText(`path ${path}`)
})

test('a menu command reaches the page, and radio items exclude each other', async () => {
  await desktop.clickMenu('new')
  await expect(desktop.page.locator('output')).toHaveText('event new')

  await desktop.clickMenu('two')
  const checked = await desktop.app.evaluate(({ Menu }) =>
    ['one', 'two'].map((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.checked),
  )
  expect(checked).toEqual([false, true])
})

test('zoom lays the page out smaller and can be taken back', async () => {
  const width = () => desktop.page.evaluate(() => window.innerWidth)
  const zoom = (level: number) =>
    desktop.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(to), level)

  await zoom(1)
  await expect.poll(width).toBe(750)
  await zoom(0)
  await expect.poll(width).toBe(900)
})

test('the page cannot leave the app, and permissions are the app’s to give', async () => {
  const navigations = () => desktop.app.evaluate(() => (globalThis as unknown as { navigations: string[] }).navigations) // fixture/main.js
  await desktop.page.evaluate(() => void (location.href = 'https://example.com/away'))
  // The next one would take the place of one that has not been asked about yet.
  await expect.poll(navigations).toHaveLength(1)
  await desktop.page.evaluate(() => void (location.href = './moved'))
  await desktop.page.evaluate(() => window.open('https://example.com/help'))

  await expect.poll(() => desktop.osCalls()).toEqual([{ kind: 'openExternal', arg: 'https://example.com/help' }])
  await expect
    .poll(navigations)
    .toEqual([
      'will-frame-navigate https://example.com/away',
      'will-frame-navigate app://main/moved',
      'will-navigate app://main/moved',
      'will-redirect app://other/',
    ])
  expect(await desktop.location()).toBe('app://main/index.html')
  const state = (name: string) =>
    desktop.page.evaluate(async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state, name)
  expect([await state('geolocation'), await state('clipboard-write')]).toEqual(['denied', 'granted'])
})

test('a page that crashed is told of and can be loaded again', async () => {
  const own = await launch({ app: fixture })
  const first = (act: 'crash' | 'reload') =>
    own.app.evaluate(({ BrowserWindow }, what) => {
      const [window] = BrowserWindow.getAllWindows()
      if (what === 'crash') window?.webContents.forcefullyCrashRenderer()
      else window?.webContents.reload()
    }, act)

  await first('crash')
  await expect.poll(() => own.app.evaluate(() => (globalThis as unknown as { gone: string[] }).gone)).toEqual(['crashed']) // fixture/main.js
  await first('reload')
  const heading = () =>
    own.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("h1")?.textContent',
        ) as Promise<string>,
    )
  await expect.poll(heading).toBe('Fixture')
  await own.close()
})

test('a destroyed window is gone at once, before its page is, and asks nobody', async () => {
  const opens = desktop.app.waitForEvent('window')
  const id = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL('app://main/echo')
    return window.id
  })
  const page = await opens
  const told = await desktop.app.evaluate(({ BrowserWindow }, opened) => {
    const window = BrowserWindow.fromId(opened)
    const events: string[] = []
    window?.on('close', () => events.push('close'))
    window?.on('closed', () => events.push('closed'))
    window?.destroy()
    return { events, isDestroyed: window?.isDestroyed(), found: BrowserWindow.fromId(opened) }
  }, id)

  expect(told).toEqual({ events: ['closed'], isDestroyed: true, found: null })
  await expect.poll(() => page.isClosed()).toBe(true)
})

test('a second start hands its words to the first and ends', async () => {
  await desktop.app.evaluate(({ app }) => {
    app.once('second-instance', (_event, argv) => Object.assign(globalThis, { second: argv.at(-1) }))
  })
  const { status } = spawnSync(
    resolve('test/standin/electron'),
    [fixture, `--user-data-dir=${desktop.userData}`, 'kith://deals'],
    { timeout: 20_000 },
  )

  expect(status).toBe(0)
  await expect.poll(() => desktop.app.evaluate(() => (globalThis as unknown as { second?: string }).second)).toBe('kith://deals')
})
