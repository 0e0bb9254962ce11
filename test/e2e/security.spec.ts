// What a page cannot do, tried from inside a page. Scripts of the page itself are used where the debugger would be let through.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge, Reply } from '#shared/base/procedure.ts'
import { type Desktop, launch } from './driver.ts'

interface PageGlobals {
  readonly kith: Bridge
  readonly events: unknown[]
}

let desktop: Desktop
test.beforeEach(async () => {
  desktop = await launch()
})
test.afterEach(() => desktop.close())

const ask = (path: string, input: unknown = {}): Promise<Reply> =>
  desktop.page.evaluate(
    ([name, value]) => (globalThis as unknown as PageGlobals).kith.call(crypto.randomUUID(), name, value), // put there by the preload
    [path, input] as const,
  )

const statusOf = (address: string, method = 'GET'): Promise<number | string> =>
  desktop.page.evaluate(
    ([url, verb]) =>
      fetch(url, { method: verb }).then(
        (response) => response.status,
        () => 'blocked',
      ),
    [address, method] as const,
  )

test('a page sees three functions and nothing of Node', async () => {
  const seen = await desktop.page.evaluate(() => {
    const { kith } = globalThis as unknown as PageGlobals // put there by the preload
    const others = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis)
    return { functions: Object.keys(kith).toSorted(), isFrozen: Object.isFrozen(kith), others }
  })
  expect(seen).toEqual({ functions: ['call', 'cancel', 'onEvent'], isFrozen: true, others: [] })

  const isReplaceable = await desktop.page.evaluate(() => Reflect.set(globalThis, 'kith', {}))
  expect(isReplaceable).toBe(false)
})

test('an event reaches the page without the sender', async () => {
  await desktop.page.evaluate(() => {
    const page = globalThis as unknown as { kith: Bridge; heard: unknown[] } // put there by the preload and here
    page.heard = []
    page.kith.onEvent((...all: unknown[]) => void page.heard.push(all))
  })
  await ask('shell.setPreferences', { density: 'roomy' })
  const heard = () => desktop.page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)
  await expect.poll(heard).toEqual([[{ type: 'preferences' }]])
})

test('files are served from the app’s own folder only, with all headers', async () => {
  const headers = await desktop.page.evaluate(() =>
    fetch('./index.html').then(({ headers: all }) => ({
      policy: all.get('content-security-policy') ?? '',
      sniffing: all.get('x-content-type-options'),
      kind: all.get('content-type'),
    })),
  )
  expect(headers.policy).toContain("default-src 'none'; script-src 'self'; ")
  expect(headers.policy).not.toMatch(/unsafe-eval|https?:|\*/u)
  expect(headers).toMatchObject({ sniffing: 'nosniff', kind: 'text/html; charset=utf-8' })

  expect(await statusOf('./index.html')).toBe(200)
  for (const outside of ['./..%2f..%2fpackage.json', './%2e%2e/%2e%2e/package.json', './..%5c..%5cpackage.json', './missing.js'])
    expect(await statusOf(outside), outside).toBe(404)
  for (const method of ['POST', 'PUT', 'DELETE']) expect(await statusOf('./index.html', method), method).toBe(405)
})

test('scripts that are not files of the app do not run', async () => {
  const result = await desktop.page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => void violated.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.handlerRan = true')
    image.src = './missing.png'
    document.body.append(image)
    const frame = document.createElement('iframe')
    frame.src = './index.html'
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const ran = ['inlineRan', 'handlerRan'].filter((name) => name in globalThis)
    return { ran, violated: [...new Set(violated)].toSorted() }
  })
  expect(result.ran).toEqual([])
  expect(result.violated).toEqual(['frame-src', 'script-src-attr', 'script-src-elem'])
})

test('no page leaves the app, and no window opens', async () => {
  const before = await desktop.location()
  const isOpened = await desktop.page.evaluate(() =>
    ['https://example.com/popup', 'file:///etc/passwd', './index.html'].map((url) => window.open(url) !== null),
  )
  expect(isOpened).toEqual([false, false, false])
  await desktop.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/help'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    location.href = 'https://evil.example/'
  })
  await expect.poll(() => desktop.osCalls()).toHaveLength(2)
  expect(await desktop.osCalls()).toEqual([
    { kind: 'openExternal', arg: 'https://example.com/popup' },
    { kind: 'openExternal', arg: 'https://example.com/help' },
  ])
  expect(await desktop.location()).toBe(before)
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the network is closed', async () => {
  for (const address of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'data:text/plain,x'])
    expect(await statusOf(address), address).toBe('blocked')
})

test('no permission is given, and none is asked of the user', async () => {
  const states = await desktop.page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as const).map((name) =>
        navigator.permissions.query({ name }).then(({ state }) => state),
      ),
    ),
  )
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
})

test('a call that is not in the contract, or not in its form, is refused in an envelope', async () => {
  for (const path of ['companies.constructor', '__proto__.toString', 'shell.toString', 'shell', 'nothing.here', ''])
    expect(await ask(path), path).toMatchObject({ ok: false, error: { code: 'not_found' } })

  expect(await ask('shell.setPreferences', { language: 'tlh' })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', issues: [{ field: 'language' }] },
  })
  expect(await ask('shell.logError', { message: 'x'.repeat(2_100_000), stack: null })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', messageKey: 'shell.call.too_large' },
  })
})

test('what cannot be copied between the worlds never reaches the main process', async () => {
  const outcomes = await desktop.page.evaluate(async () => {
    const { kith } = globalThis as unknown as PageGlobals // put there by the preload
    const values = [() => 1, Symbol('s'), new WeakMap(), document.body, Promise.resolve(1), new Map(), new Date(), 5n]
    return Promise.all(
      values.map((value, index) =>
        Promise.resolve()
          .then(() => kith.call(`odd-${index}`, 'shell.openWindow', { route: value }))
          .then(
            (reply) => (reply.ok ? 'let in' : 'refused'),
            () => 'refused',
          ),
      ),
    )
  })
  expect(outcomes).toEqual(Array.from({ length: 8 }, () => 'refused'))
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a page that is not the app’s own gets no answer', async () => {
  await desktop.page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<p>inside</p>'
    document.body.append(frame)
  })
  const bridges = await Promise.all(
    desktop.page.frames().map((frame) => frame.evaluate(() => 'kith' in globalThis).catch(() => false)),
  )
  expect(bridges.filter(Boolean)).toHaveLength(1)
})

test('files go by tokens: a path is no token, and only what the app wrote is shown', async () => {
  expect(
    await ask('shell.savePdf', {
      printable: { page: 'pipeline', paper: 'A4', pipelineId: null, ownerId: null },
      target: '/etc/passwd',
    }),
  ).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', messageKey: 'shell.file.unknown' },
  })

  await desktop.answerDialogs({ open: ['/data/people.csv'], save: '/data/report' })
  const source = await ask('shell.chooseFile', { kind: 'csv' })
  const target = await ask('shell.chooseTarget', { kind: 'pdf', suggestedName: 'a/b:report' })
  expect(source).toMatchObject({ ok: true, data: { name: 'people.csv', file: expect.not.stringContaining('data') } })
  expect(target).toMatchObject({ ok: true, data: { name: 'report.pdf', file: expect.not.stringContaining('data') } })

  for (const file of ['/etc/passwd', tokenIn(source), tokenIn(target)])
    expect(await ask('shell.showFile', { file })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(await desktop.osCalls()).toEqual([])
})

test('a second start wakes the first one; what it names is parsed and never loaded', async () => {
  const before = await desktop.location()
  await desktop.page.evaluate(() => {
    const page = globalThis as unknown as { kith: Bridge; heard: unknown[] } // put there by the preload and here
    page.heard = []
    page.kith.onEvent((event) => void page.heard.push(event))
  })
  await desktop.secondInstance(['electron', '.', 'https://evil.example/', 'file:///etc/passwd', 'kith://evil/../x'])
  await desktop.secondInstance(['electron', '.', 'kith://deals/0198c0de-1234-7abc-8def-0123456789ab'])

  const heard = () => desktop.page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)
  await expect.poll(heard).toEqual([{ type: 'command', command: 'go:/deals/0198c0de-1234-7abc-8def-0123456789ab' }])
  expect((await desktop.location()).split('#')[0]).toBe(before.split('#')[0])
})

test('a second process hands over to the first and ends', async () => {
  const running = desktop.app.process()
  const second = spawn(
    running.spawnfile,
    ['.', `--user-data-dir=${desktop.userData}`, 'kith://deals/0198c0de-1234-7abc-8def-0123456789ab'],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      stdio: 'ignore',
    },
  )
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(await ask('shell.about')).toMatchObject({ ok: true })
})

const tokenIn = (reply: Reply): string => (reply.ok ? (reply.data as { file: string }).file : '') // the contract's output
