// Loading of a page and Chromium's events about it, told in Electron's words and order.
import type { WebContents } from './web-contents.ts'
import { isCustomScheme, originOf, schemeOf, toApp, toBrowser } from './addresses.ts'
import { app } from './app.ts'
import type { Page } from './page.ts'
import { argument, later, run } from './run.ts'
import { record } from './record.ts'
import { defaultSession } from './session.ts'
import { createEvent } from './strict.ts'
import { applyZoom } from './zoom.ts'

export interface PageState {
  url: string
  title: string
  loading: boolean
  destroyed: boolean
  crashed: boolean
  /** The page answered a beforeunload question with "stay". */
  stays: boolean
  shownError: boolean
  /** Addresses that the app itself is about to load. */
  readonly ownNavigations: Set<string>
  waiting: { resolve: () => void; reject: (error: Error) => void; url: string } | null
}

export const blankState = (): PageState => ({
  url: '',
  title: '',
  loading: false,
  destroyed: false,
  crashed: false,
  stays: false,
  shownError: false,
  ownNavigations: new Set(),
  waiting: null,
})

const codes: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_NAME_NOT_RESOLVED: -105,
}

const loadError = (code: string, url: string) =>
  Object.assign(new Error(`${code} (${String(codes[code] ?? -2)}) loading '${url}'`), { code, errno: codes[code] ?? -2, url })

export const failLoad = (state: PageState, code: string) => {
  state.waiting?.reject(loadError(code, state.waiting.url))
  state.waiting = null
  state.loading = false
}

export const load = async (
  contents: WebContents,
  page: Page,
  { state, address }: { state: PageState; address: string },
): Promise<void> => {
  const url = URL.canParse(address) ? new URL(address).href : address
  const target = toBrowser(url)
  failLoad(state, 'ERR_ABORTED')
  state.loading = true
  state.ownNavigations.add(url)
  contents.emit('did-start-loading', createEvent({}))
  const loaded = new Promise<void>((resolve, reject) => (state.waiting = { resolve, reject, url }))
  if (isCustomScheme(schemeOf(url))) await defaultSession._grant(target, originOf(url))
  if (!run.headed) await applyZoom(contents, url)
  const { errorText } = await page.send('Page.navigate', { url: target })
  if (errorText !== undefined) {
    const code = errorText.replace('net::', '')
    contents.emit('did-fail-load', createEvent({}), codes[code] ?? -2, code, url, true)
    failLoad(state, code)
    contents.emit('did-stop-loading', createEvent({}))
  }
  return loaded
}

export const watchPage = (contents: WebContents, page: Page, state: PageState) => {
  const emit = (name: string, ...details: unknown[]) => contents.emit(name, createEvent({}), ...details)
  const isBlank = () => state.url === '' || state.url === 'about:blank'

  page.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return
    state.url = toApp(frame.url + (frame.urlFragment ?? ''))
    state.shownError = frame.unreachableUrl !== undefined
    state.crashed = false
    if (!isBlank()) emit('did-navigate', state.url, 200, 'OK')
  })
  page.on('Page.navigatedWithinDocument', ({ url, frameId }) => {
    if (frameId !== page.frameId()) return
    state.url = toApp(url)
    emit('did-navigate-in-page', state.url, true, 1, contents.id)
  })
  page.on('Page.domContentEventFired', () => {
    if (isBlank()) return
    if (run.headed) void applyZoom(contents, state.url)
    emit('dom-ready')
  })
  page.on('Page.loadEventFired', () => {
    if (isBlank() || state.shownError) return
    state.loading = false
    emit('did-finish-load')
    emit('did-stop-loading')
    state.waiting?.resolve()
    state.waiting = null
    later(() => contents._window._pageIsReady())
  })
  page.on('Page.javascriptDialogOpening', ({ type, message }) => {
    if (type === 'beforeunload') {
      const event = createEvent({})
      contents.emit('will-prevent-unload', event)
      state.stays = !event.defaultPrevented
      void page.send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented })
      return
    }
    record('alert', { type, message })
    // With a port, whoever drives the page answers; else nobody could.
    if (argument('remote-debugging-port') === undefined && !run.headed)
      void page.send('Page.handleJavaScriptDialog', { accept: true })
  })
  page.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const level = type === 'warning' || type === 'error' || type === 'debug' ? type : 'info'
    const message = args.map((value) => String(value.value ?? value.description ?? value.type)).join(' ')
    const [at] = stackTrace?.callFrames ?? []
    contents.emit(
      'console-message',
      createEvent({ level, message, lineNumber: at?.lineNumber ?? 0, sourceId: toApp(at?.url ?? '') }),
    )
  })
  page.on('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 133 }
    state.crashed = true
    failLoad(state, 'ERR_FAILED')
    emit('render-process-gone', details)
    app.emit('render-process-gone', createEvent({}), contents, details)
  })
}
