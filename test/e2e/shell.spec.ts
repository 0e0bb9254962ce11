// The desktop around the pages: menu, appearance, windows, trouble and locking.
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { AppEvent, Bridge, Reply } from '#shared/base/procedure.ts'
import { type Desktop, type LaunchOptions, launch } from './driver.ts'
import { callIn } from './support/office.ts'

interface PageGlobals {
  readonly kith: Bridge
  heard: AppEvent[]
}

let desktop: Desktop
const start = async (options: LaunchOptions = {}): Promise<void> => {
  desktop = await launch(options)
}
test.afterEach(() => desktop.close())

const ask = (path: string, input: unknown = {}): Promise<Reply> => callIn(desktop.page, path, input)

const password = 'correct horse battery'

/** Makes an open workspace by the same procedures that the first run uses. */
const makeWorkspace = async (): Promise<void> => {
  const made = await ask('workspace.create', {
    workspaceName: 'Office',
    userName: 'Mara',
    password,
    language: 'en',
    timeZone: 'Europe/Berlin',
  })
  const recoveryKey = made.ok ? (made.data as { recoveryKey: string }).recoveryKey : JSON.stringify(made.error) // the contract's output
  expect(await ask('workspace.confirmRecoveryKey', { recoveryKey })).toMatchObject({ ok: true, data: { state: 'open' } })
}

const listen = (): Promise<void> =>
  desktop.page.evaluate(() => {
    const page = globalThis as unknown as PageGlobals // put there by the preload and here
    page.heard = []
    page.kith.onEvent((event) => void page.heard.push(event))
  })

const heard = (type: AppEvent['type']): Promise<AppEvent[]> =>
  desktop.page.evaluate((wanted) => (globalThis as unknown as PageGlobals).heard.filter((event) => event.type === wanted), type)

const menuLabels = (): Promise<string[]> =>
  desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

const windowCount = (): Promise<number> => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a command of the menu reaches the page in front', async () => {
  await start()
  await listen()
  await desktop.clickMenu('new-deal')
  await desktop.clickMenu('undo')
  await expect
    .poll(() => heard('command'))
    .toEqual([
      { type: 'command', command: 'new-deal' },
      { type: 'command', command: 'undo' },
    ])
})

test('the menu changes its language at once, and keeps it', async () => {
  await start()
  expect(await menuLabels()).toContain('&File')
  await desktop.clickMenu('language-zh-CN')
  await expect.poll(menuLabels).toContain('文件(&F)')

  desktop = await desktop.restart()
  expect(await menuLabels()).toContain('文件(&F)')
  expect(await ask('shell.preferences')).toMatchObject({ ok: true, data: { language: 'zh-CN' } })
})

test('dark is dark, in the page and for the system’s own parts, and stays so', async () => {
  await start()
  const isDark = async () => ({
    page: await desktop.page.evaluate(() => document.documentElement.dataset['mantineColorScheme'] === 'dark'),
    system: await desktop.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors),
  })
  await expect.poll(isDark).toEqual({ page: false, system: false })
  await desktop.clickMenu('colorScheme-dark')
  await expect.poll(isDark).toEqual({ page: true, system: true })

  desktop = await desktop.restart()
  await expect.poll(isDark).toEqual({ page: true, system: true })
})

test('zoom has steps, limits and a memory', async () => {
  await start()
  const level = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel() ?? Number.NaN)
  await desktop.clickMenu('zoom-in')
  await desktop.clickMenu('zoom-in')
  await expect.poll(level).toBeCloseTo(1)
  desktop = await desktop.restart()
  await expect.poll(level).toBeCloseTo(1)

  for (let step = 0; step < 12; step += 1) await desktop.clickMenu('zoom-in')
  await expect.poll(level).toBeCloseTo(5)
  await desktop.clickMenu('zoom-reset')
  await expect.poll(level).toBeCloseTo(0)
})

test('a window comes back where it was, also after one that left the screen', async () => {
  await start()
  const bounds = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  const moveTo = (place: { x: number; y: number; width: number; height: number }) =>
    desktop.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), place)

  await moveTo({ x: 60, y: 40, width: 1000, height: 700 })
  desktop = await desktop.restart()
  expect(await bounds()).toEqual({ x: 60, y: 40, width: 1000, height: 700 })

  await moveTo({ x: 9000, y: 9000, width: 1000, height: 700 })
  desktop = await desktop.restart()
  const area = await desktop.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  const now = await bounds()
  expect((now?.x ?? 0) + (now?.width ?? 0)).toBeLessThanOrEqual(area.x + area.width)
  expect((now?.y ?? 0) + (now?.height ?? 0)).toBeLessThanOrEqual(area.y + area.height)
})

test('a second window shows the route it was asked for and outlives the first', async () => {
  await start()
  const next = desktop.app.waitForEvent('window')
  expect(await ask('shell.openWindow', { route: '/deals' })).toMatchObject({ ok: true })
  const page = await next
  const addresses = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))
  await expect.poll(addresses).toContain('app://main/index.html#/deals')
  expect(await windowCount()).toBe(2)

  await desktop.page.close()
  await expect.poll(windowCount).toBe(1)
  // A new window has an empty document until its page is there.
  await page.waitForFunction(() => 'kith' in globalThis)
  const reply = await page.evaluate(() => (globalThis as unknown as PageGlobals).kith.call('a', 'shell.about', {})) // put there by the preload
  expect(reply).toMatchObject({ ok: true })
})

test('a page that crashes is brought back, and says so in the user’s language', async () => {
  await start()
  await desktop.clickMenu('language-zh-CN')
  await desktop.answerDialogs({ message: 0 })
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(() => desktop.dialogs()).toMatchObject([{ kind: 'message', options: { message: '此窗口已停止工作' } }])

  const title = () =>
    desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('typeof window.kith'),
    )
  await expect.poll(() => title().catch(() => 'gone')).toBe('object')
  const log = readFileSync(join(desktop.userData, 'logs/main.log'), 'utf8')
  expect(log).toContain('page process gone')
})

test('a window that hangs can be waited for', async () => {
  await start()
  await desktop.answerDialogs({ message: 0 })
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'))
  await expect.poll(() => desktop.dialogs()).toMatchObject([{ options: { buttons: ['Wait', 'Reload', 'Quit Kith'] } }])
  expect(await ask('shell.about')).toMatchObject({ ok: true })
})

test('an error that nobody expected is logged and told, and ends the app in order', async () => {
  await start()
  await makeWorkspace()
  const ended = once(desktop.app.process(), 'exit')
  await desktop.app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (title, content) => process.stderr.write(`told: ${title} ${content}\n`)
    setTimeout(() => {
      throw new Error('no stage called "Anna Schmidt"')
    }, 50)
  })
  expect((await ended)[0]).toBe(1)

  const log = readFileSync(join(desktop.userData, 'logs/main.log'), 'utf8')
  const traceId = /bug ([0-9a-f-]{36})/u.exec(log)?.[1] ?? 'none'
  expect(desktop.log.join('\n')).toContain(`told: Kith has to close`)
  expect(desktop.log.join('\n')).toContain(traceId)
  expect(log).toContain('no stage called')
  expect(log).not.toContain('Schmidt')

  await start({ userData: desktop.userData })
  expect(await ask('workspace.unlock', { password })).toMatchObject({ ok: true, data: { state: 'open' } })
})

test('an error in a page gets a trace, and its names do not get into the log', async () => {
  await start()
  const reply = await ask('shell.logError', { message: 'cannot show "Anna Schmidt" <anna@example.com>', stack: null })
  const traceId = reply.ok ? (reply.data as { traceId: string }).traceId : '' // the contract's output
  const log = readFileSync(join(desktop.userData, 'logs/main.log'), 'utf8')
  expect(log).toContain(traceId)
  expect(log).not.toMatch(/Anna|Schmidt|example\.com/u)
})

test('locking the screen, or suspending the machine, locks the workspace', async () => {
  await start()
  await makeWorkspace()
  await listen()
  for (const moment of ['lock-screen', 'suspend']) {
    expect(await ask('workspace.unlock', { password })).toMatchObject({ ok: true, data: { state: 'open' } })
    await desktop.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), moment)
    await expect.poll(() => ask('workspace.status')).toMatchObject({ data: { state: 'locked' } })
  }
  await expect.poll(() => heard('workspace')).not.toEqual([])
})

test('windows can be kept out of screenshots, those that are open and those to come', async () => {
  await start()
  await makeWorkspace()
  const areHidden = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isContentProtected()))
  expect(await areHidden()).toEqual([false])
  await ask('shell.setPreferences', { isScreenPrivate: true })
  await ask('shell.openWindow', { route: '/companies' })
  await expect.poll(areHidden).toEqual([true, true])
  await ask('shell.setPreferences', { isScreenPrivate: false })
  await expect.poll(areHidden).toEqual([false, false])
})

test('the lock of the menu locks, and the workspace is the one opened next time', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'kith-office-')), 'office')
  await start({ args: [`--workspace=${folder}`] })
  await makeWorkspace()
  await desktop.clickMenu('lock')
  await expect.poll(() => ask('workspace.status')).toMatchObject({ data: { state: 'locked', folder } })

  const { userData } = desktop
  await desktop.close()
  await start({ userData })
  expect(await ask('workspace.status')).toMatchObject({ data: { state: 'locked', folder } })
})

test('a damaged preferences file does not keep the app from starting', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'kith-damaged-'))
  writeFileSync(join(userData, 'preferences.json'), '{"language":')
  writeFileSync(join(userData, 'window.json'), '{"bounds":{"x":"far"}}')
  await start({ userData })
  expect(await ask('shell.preferences')).toMatchObject({ ok: true, data: { language: 'en', colorScheme: 'system' } })
})
