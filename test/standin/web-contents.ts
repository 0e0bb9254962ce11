// webContents: one page as the app sees it.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserWindow } from './browser-window.ts'
import { app } from './app.ts'
import { encode } from './codec.ts'
import { IpcMain } from './ipc-main.ts'
import { imageFromPng } from './native-image.ts'
import { type Page, type Preferences, openPage } from './page.ts'
import { exchangeMessages } from './page-messages.ts'
import { answerRequests } from './page-requests.ts'
import { type PageState, blankState, failLoad, load, watchPage } from './page-loading.ts'
import { type PdfOptions, printToPdf } from './printing.ts'
import { record } from './record.ts'
import { later } from './run.ts'
import { defaultSession } from './session.ts'
import { webContentsEvents } from './event-names.ts'
import { StrictEmitter, createEvent, notImitated } from './strict.ts'
import { type WebFrameMain, mainFrameOf } from './web-frame-main.ts'
import { windows } from './windows.ts'
import { factorOfLevel, levelOfFactor, showZoom, zoomOf } from './zoom.ts'

type OpenHandler = (details: object) => { action: 'deny' | 'allow' }

const alive = new Map<number, WebContents>()
let lastId = 0

export class WebContents extends StrictEmitter {
  readonly #id = ++lastId
  readonly #window: BrowserWindow
  readonly #page: Page
  readonly #ipc = new IpcMain('webContents.ipc')
  readonly #mainFrame: WebFrameMain
  readonly #state: PageState = blankState()
  readonly #deliver: Promise<(message: object) => void>
  #openHandler: OpenHandler | null = null

  constructor(window: BrowserWindow, size: { width: number; height: number }, preferences: Preferences) {
    super('webContents', webContentsEvents)
    this.#window = window
    this.#mainFrame = mainFrameOf(this)
    alive.set(this.#id, this)
    let ready: (deliver: (message: object) => void) => void
    this.#deliver = new Promise((done) => (ready = done))
    this.#page = openPage({
      ...size,
      preferences,
      prepare: (page) => {
        watchPage(this, page, this.#state)
        answerRequests(this, page)
        ready(exchangeMessages(this, page))
      },
      onPreloadError: (path, error) => later(() => this.emit('preload-error', createEvent({}), path, error)),
    })
  }
  static getAllWebContents() {
    return [...alive.values()]
  }
  static fromId(id: number) {
    return alive.get(id)
  }
  static fromFrame(frame: WebFrameMain) {
    return WebContents.getAllWebContents().find((contents) => contents.mainFrame === frame)
  }
  static fromDevToolsTargetId(targetId: string) {
    return WebContents.getAllWebContents().find((contents) => contents.#page.targetId() === targetId)
  }
  static getFocusedWebContents() {
    return [...windows].find((window) => window.isFocused())?.webContents ?? null
  }
  get id() {
    return this.#id
  }
  get session() {
    return defaultSession
  }
  get ipc() {
    return this.#ipc
  }
  get mainFrame() {
    return this.#mainFrame
  }
  get zoomFactor() {
    return this.getZoomFactor()
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }
  get zoomLevel() {
    return this.getZoomLevel()
  }
  set zoomLevel(level: number) {
    this.setZoomLevel(level)
  }
  async loadURL(address: string) {
    await this.#page.created
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
    return load(this, this.#page, { state: this.#state, address })
  }
  loadFile(path: string) {
    return this.loadURL(pathToFileURL(resolve(app.getAppPath(), path)).href)
  }
  reload() {
    this.#reload(false)
  }
  reloadIgnoringCache() {
    this.#reload(true)
  }
  stop() {
    void this.#page.send('Page.stopLoading')
  }
  getURL() {
    return this.#state.url
  }
  getTitle() {
    return this.#state.title
  }
  getType() {
    return 'window'
  }
  isLoading() {
    return this.#state.loading
  }
  isLoadingMainFrame() {
    return this.#state.loading
  }
  isDestroyed() {
    return this.#state.destroyed
  }
  isCrashed() {
    return this.#state.crashed
  }
  isFocused() {
    return this.#window.isFocused()
  }
  focus() {
    this.#window.focus()
  }
  isDevToolsOpened() {
    return false
  }
  openDevTools() {
    record('devtools', {})
  }
  toggleDevTools() {
    record('devtools', {})
  }
  closeDevTools() {}
  getBackgroundThrottling() {
    return false
  }
  setBackgroundThrottling() {}
  async setVisualZoomLevelLimits() {
    return Promise.resolve()
  }
  forcefullyCrashRenderer() {
    this.#page.send('Page.crash').catch(() => undefined) // a crashing page cannot answer
  }
  setWindowOpenHandler(handler: OpenHandler | null) {
    this.#openHandler = handler
  }
  send(channel: string, ...args: unknown[]) {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    const message = { kind: 'send', channel, args: encode(args) }
    void this.#deliver.then((deliver) => deliver(message))
  }
  getZoomFactor() {
    return zoomOf(this.getURL())
  }
  setZoomFactor(factor: number) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    showZoom(this.getURL(), factor)
  }
  getZoomLevel() {
    return levelOfFactor(this.getZoomFactor())
  }
  setZoomLevel(level: number) {
    this.setZoomFactor(factorOfLevel(level))
  }
  async executeJavaScript(code: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as unknown // the protocol's own `any`
  }
  async capturePage(area?: { x: number; y: number; width: number; height: number }) {
    const { data } = await this.#page.send('Page.captureScreenshot', {
      format: 'png',
      ...(area ? { clip: { ...area, scale: 1 } } : {}),
    })
    return imageFromPng(Buffer.from(data, 'base64'))
  }
  async printToPDF(options: PdfOptions = {}) {
    return printToPdf(this.#page.send, options)
  }
  /** Paper cannot be had here: what would be printed is made and recorded. */
  print(options: object = {}, callback: (success: boolean, reason: string) => void = () => undefined) {
    printToPdf(this.#page.send, { printBackground: true }).then(
      (bytes) => {
        record('print', { options, bytes: bytes.length, title: this.getTitle() })
        callback(true, '')
      },
      (error: unknown) => callback(false, String(error)),
    )
  }
  async getPrintersAsync() {
    return Promise.resolve([{ name: 'standin', displayName: 'Stand-in printer', description: '', options: {} }])
  }
  undo() {
    this.#edit('undo')
  }
  redo() {
    this.#edit('redo')
  }
  cut() {
    this.#edit('cut')
  }
  copy() {
    this.#edit('copy')
  }
  paste() {
    this.#edit('paste')
  }
  pasteAndMatchStyle() {
    this.#edit('pasteAndMatchStyle')
  }
  delete() {
    this.#edit('delete')
  }
  selectAll() {
    this.#edit('selectAll')
  }
  close() {
    void this.#window._tryClose()
  }
  #edit(command: string) {
    void this.#page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
  }
  #reload(ignoreCache: boolean) {
    this.#state.ownNavigations.add(this.getURL())
    void this.#page.send('Page.reload', { ignoreCache })
  }

  // What follows is not Electron's; the other parts of the stand-in use it.

  get _page() {
    return this.#page
  }
  get _state() {
    return this.#state
  }
  get _window() {
    return this.#window
  }
  _isOwnNavigation(url: string) {
    return this.#state.ownNavigations.delete(url)
  }
  _askToOpen(url: string, frameName: string, features: string) {
    const details = {
      url,
      frameName,
      features,
      disposition: 'foreground-tab',
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' },
    }
    const { action } = this.#openHandler?.(details) ?? { action: 'allow' }
    record('window-open', { url, action })
    if (action === 'allow') notImitated('webContents', 'setWindowOpenHandler → allow')
  }
  _gone() {
    if (this.isDestroyed()) return
    this.#state.destroyed = true
    failLoad(this.#state, 'ERR_FAILED')
    alive.delete(this.#id)
    this.emit('destroyed', createEvent({}))
    this.#window._closed()
  }
}
