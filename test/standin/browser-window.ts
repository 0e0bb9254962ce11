// BrowserWindow: a page with a frame around it. The frame exists as numbers only; a shown one is Chromium's.
import { app } from './app.ts'
import { appName } from './app-paths.ts'
import { browser } from './browser.ts'
import { later, run, sleep } from './run.ts'
import { browserWindowEvents } from './event-names.ts'
import { type StandinEvent, StrictEmitter, createEvent } from './strict.ts'
import { refusePreferences } from './web-preferences.ts'
import { WebContents } from './web-contents.ts'
import { watchTargets } from './target-events.ts'
import { type Bounds, followFrame, showFrame } from './window-frame.ts'
import { focusedWindow, setFocusedWindow, windows } from './windows.ts'
import { applyZoom } from './zoom.ts'
import type { Preferences } from './page.ts'

export interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean
  readonly title?: string
  readonly minWidth?: number
  readonly minHeight?: number
  readonly modal?: boolean
  readonly parent?: BrowserWindow
  readonly backgroundColor?: string
  readonly webPreferences?: Preferences & Record<string, unknown>
}
type State = 'normal' | 'maximized' | 'minimized' | 'fullscreen'

export class BrowserWindow extends StrictEmitter {
  readonly #options: WindowOptions
  readonly #contents: WebContents
  #bounds: Bounds
  #state: State = 'normal'
  #visible = false
  #destroyed = false
  #contentProtected = false
  #closing = false
  #wasReady = false
  #title: string
  #minimum: [number, number]

  constructor(options: WindowOptions = {}) {
    super('BrowserWindow', browserWindowEvents)
    if (!run.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const { webPreferences = {}, x = 100, y = 60, width = 800, height = 600 } = options
    refusePreferences(webPreferences)
    watchTargets()
    this.#options = options
    this.#bounds = { x, y, width, height }
    this.#title = options.title ?? appName()
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.#contents = new WebContents(this, { width, height }, webPreferences)
    windows.add(this)
    if (run.headed) {
      followFrame(this.#contents, (bounds) => this.#boundsAre(bounds))
      this.#showFrame({ ...this.#bounds, windowState: 'normal' })
      if (options.show === false) this.#showFrame({ windowState: 'minimized' })
    }
    app.emit('web-contents-created', createEvent({}), this.#contents)
    app.emit('browser-window-created', createEvent({}), this)
    if (options.show !== false) later(() => this.show())
  }
  static getAllWindows() {
    return [...windows]
  }
  static getFocusedWindow() {
    return focusedWindow()
  }
  static fromId(id: number) {
    return [...windows].find((window) => window.id === id) ?? null
  }
  static fromWebContents(contents: WebContents | undefined) {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }
  get id() {
    return this.#contents.id
  }
  get webContents() {
    return this.#contents
  }
  loadURL(url: string) {
    return this.#contents.loadURL(url)
  }
  loadFile(path: string) {
    return this.#contents.loadFile(path)
  }
  reload() {
    this.#contents.reload()
  }
  capturePage(area?: Bounds) {
    return this.#contents.capturePage(area)
  }
  show() {
    this.showInactive()
    this.focus()
  }
  showInactive() {
    if (this.#destroyed || this.#visible) return
    this.#visible = true
    this.#showFrame({ windowState: this.#state })
    this.#emit('show')
  }
  hide() {
    if (!this.#visible) return
    this.#visible = false
    this.#showFrame({ windowState: 'minimized' })
    this.#emit('hide')
    this.blur()
  }
  isVisible() {
    return this.#visible
  }
  focus() {
    if (this.#destroyed || this.isFocused()) return
    focusedWindow()?.blur()
    setFocusedWindow(this)
    this.#emit('focus')
    app.emit('browser-window-focus', createEvent({}), this)
  }
  blur() {
    if (!this.isFocused()) return
    setFocusedWindow(null)
    this.#emit('blur')
    app.emit('browser-window-blur', createEvent({}), this)
  }
  isFocused() {
    return focusedWindow() === this
  }
  maximize() {
    this.#become('maximized', 'maximize')
  }
  unmaximize() {
    if (this.isMaximized()) this.#become('normal', 'unmaximize')
  }
  isMaximized() {
    return this.#state === 'maximized'
  }
  minimize() {
    this.#become('minimized', 'minimize')
  }
  isMinimized() {
    return this.#state === 'minimized'
  }
  restore() {
    if (this.isMinimized()) this.#become('normal', 'restore')
  }
  setFullScreen(full: boolean) {
    if (full !== this.isFullScreen())
      this.#become(full ? 'fullscreen' : 'normal', full ? 'enter-full-screen' : 'leave-full-screen')
  }
  isFullScreen() {
    return this.#state === 'fullscreen'
  }
  isNormal() {
    return this.#state === 'normal'
  }
  getBounds(): Bounds {
    return { ...this.#bounds }
  }
  getNormalBounds(): Bounds {
    return { ...this.#bounds }
  }
  getContentBounds(): Bounds {
    return { ...this.#bounds }
  }
  setBounds(bounds: Partial<Bounds>) {
    const [width, height] = this.#minimum
    const next = { ...this.#bounds, ...bounds }
    next.width = Math.max(next.width, width)
    next.height = Math.max(next.height, height)
    this.#showFrame({ ...next, windowState: 'normal' })
    this.#boundsAre(next)
  }
  getSize() {
    return [this.#bounds.width, this.#bounds.height]
  }
  setSize(width: number, height: number) {
    this.setBounds({ width, height })
  }
  getContentSize() {
    return this.getSize()
  }
  getPosition() {
    return [this.#bounds.x, this.#bounds.y]
  }
  setPosition(x: number, y: number) {
    this.setBounds({ x, y })
  }
  center() {}
  moveTop() {}
  getMinimumSize() {
    return this.#minimum
  }
  setMinimumSize(width: number, height: number) {
    this.#minimum = [width, height]
  }
  getTitle() {
    return this.#title
  }
  setTitle(title: string) {
    this.#title = title
  }
  isModal() {
    return this.#options.modal ?? false
  }
  getParentWindow() {
    return this.#options.parent ?? null
  }
  isEnabled() {
    return true
  }
  getBackgroundColor() {
    return this.#options.backgroundColor ?? '#FFFFFF'
  }
  // The look of a frame that is not drawn.
  setBackgroundColor() {}
  setMenu() {}
  removeMenu() {}
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setProgressBar() {}
  setDocumentEdited() {}
  setRepresentedFilename() {}
  flashFrame() {}
  setIcon() {}
  setTitleBarOverlay() {}
  setContentProtection(isProtected: boolean) {
    this.#contentProtected = isProtected
  }
  isContentProtected() {
    return this.#contentProtected
  }
  isDestroyed() {
    return this.#destroyed
  }
  close() {
    void this._tryClose()
  }
  /** Gone at once, as in Electron: who asks right after finds the window no more. Its page follows. */
  destroy() {
    if (this.#destroyed) return
    this.#closing = true
    this.#contents._gone()
    void this.#closeTarget()
  }

  // What follows is not Electron's; the other parts of the stand-in use it.

  /** Asks the app, then the page; resolves when the window has closed or one of them refused. */
  async _tryClose() {
    if (this.#destroyed || this.#closing) return
    const event = createEvent({})
    this.emit('close', event)
    if (event.defaultPrevented) return
    this.#closing = true
    const { _page: page, _state: state } = this.#contents
    state.stays = false
    if (!state.crashed) await page.send('Page.close').catch(() => undefined) // the page may already be closing
    for (let tries = 0; tries < 200 && !this.isDestroyed() && !state.stays && !state.crashed; tries++) await sleep(10)
    if (!state.stays) this.destroy()
    this.#closing = false
  }
  _closed() {
    if (this.#destroyed) return
    if (run.headed && !this.#closing && !run.exiting) this.#emit('close') // a person closed the frame
    this.#destroyed = true
    windows.delete(this)
    if (this.isFocused()) setFocusedWindow(null)
    this.#emit('closed')
    if (windows.size > 0 || run.quitting || run.exiting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
  _pageIsReady() {
    if (this.#wasReady || this.#destroyed) return
    this.#wasReady = true
    this.#emit('ready-to-show')
  }
  _titleIs(title: string, event: StandinEvent) {
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this.#title = title
  }
  async #closeTarget() {
    const { _page: page } = this.#contents
    try {
      await page.created
      await browser().send('Target.closeTarget', { targetId: page.targetId() })
    } catch {} // it may have closed by itself, or never have come
  }
  #emit(name: string) {
    this.emit(name, createEvent({}))
  }
  #become(state: State, event: string) {
    this.#state = state
    this.#showFrame({ windowState: state })
    this.#emit(event)
  }
  #showFrame(frame: Parameters<typeof showFrame>[1]) {
    if (run.headed) showFrame(this.#contents, frame)
  }
  #boundsAre(next: Bounds) {
    const { x, y, width, height } = this.#bounds
    this.#bounds = next
    if (x !== next.x || y !== next.y) for (const name of ['move', 'moved']) this.#emit(name)
    if (width === next.width && height === next.height) return
    if (!run.headed) void applyZoom(this.#contents, this.#contents.getURL())
    for (const name of ['resize', 'resized']) this.#emit(name)
  }
}
