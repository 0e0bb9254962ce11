// One page of Chromium behind a webContents: its target, its session, and what is known about it.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { browser } from './browser.ts'
import type { EventName, Payload, Send } from './cdp.ts'
import { nativeTheme } from './native-theme.ts'
import { mainWorldSource, preloadWorldSource, worldName } from './page/sources.ts'
import { run, say, sleep } from './run.ts'

export interface Preferences {
  readonly preload?: string
  readonly additionalArguments?: readonly string[]
}

export interface Page {
  /** Waits until the page exists. */
  readonly send: Send
  readonly on: <E extends EventName>(event: E, listener: (payload: Payload<E>) => void) => void
  readonly created: Promise<void>
  readonly targetId: () => string
  readonly frameId: () => string
  readonly isOurs: (sessionId: string) => boolean
}

export interface PageOptions {
  readonly width: number
  readonly height: number
  readonly preferences: Preferences
  /** Called when the session exists and before anything runs in it. */
  readonly prepare: (page: Page) => void
  readonly onPreloadError: (path: string, error: Error) => void
}

export const openPage = ({ width, height, preferences, prepare, onPreloadError }: PageOptions): Page => {
  let targetId = ''
  let sessionId = ''
  let frameId = ''
  const direct: Send = (command, parameters) => browser().send(command, parameters, sessionId)

  const create = async () => {
    await browser().started
    targetId = await (run.headed ? openShownTarget() : openHiddenTarget(width, height))
    ;({ sessionId } = await browser().send('Target.attachToTarget', { targetId, flatten: true }))
    frameId = (await direct('Page.getFrameTree')).frameTree.frame.id
    prepare(page)
    const nonce = `s${randomBytes(8).toString('hex')}`
    await Promise.all([
      direct('Page.enable'),
      direct('Runtime.enable'),
      direct('Inspector.enable'),
      direct('Runtime.addBinding', { name: '__standinNative', executionContextName: worldName }),
      direct('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(nonce) }),
      direct('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorldSource(
          nonce,
          { argv: preferences.additionalArguments ?? [], headed: run.headed },
          readPreload(preferences, onPreloadError),
        ),
        worldName,
      }),
      direct('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      direct('Emulation.setFocusEmulationEnabled', { enabled: true }),
      showTheme(direct),
    ])
    nativeTheme.on('updated', () => {
      showTheme(direct).catch(() => undefined) // the page may be closing; a closed page has no theme
    })
  }

  const page: Page = {
    send: async (command, parameters) => {
      await page.created
      return direct(command, parameters)
    },
    on: (event, listener) => browser().on(event, listener, sessionId),
    created: Promise.resolve().then(create),
    targetId: () => targetId,
    frameId: () => frameId,
    isOurs: (id) => id === sessionId,
  }
  page.created.catch((error: unknown) => {
    if (!run.exiting) say(`window: ${String(error)}`)
  })
  return page
}

const openHiddenTarget = async (width: number, height: number): Promise<string> =>
  (await browser().send('Target.createTarget', { url: 'about:blank', width, height, newWindow: true })).targetId

// A shown window is opened on an address of its own, by which it is recognised among the targets.
const openShownTarget = async (): Promise<string> => {
  const url = `https://${randomBytes(8).toString('hex')}.standin.invalid/`
  browser().openAppWindow(url)
  for (let tries = 0; tries < 200; tries++) {
    const { targetInfos } = await browser().send('Target.getTargets')
    const found = targetInfos.find((target) => target.url === url)
    if (found) return found.targetId
    await sleep(50)
  }
  throw new Error('Chromium opened no window within 10 seconds')
}

const showTheme = (send: Send) => {
  const value = run.headed && nativeTheme.themeSource === 'system' ? '' : nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
  return send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
}

const readPreload = ({ preload }: Preferences, onError: (path: string, error: Error) => void) => {
  if (preload === undefined) return null
  try {
    if (preload.endsWith('.mjs')) throw new Error('an ES module preload cannot be used in a sandbox')
    return { path: preload, code: readFileSync(preload, 'utf8').replace(/\/\/# sourceMappingURL=.*$/m, '') }
  } catch (error) {
    process.stderr.write(`Unable to load preload script: ${preload}\n${String(error)}\n`)
    onError(preload, error instanceof Error ? error : new Error(String(error)))
    return null
  }
}
