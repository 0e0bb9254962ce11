// app: names, paths, the lock, and the order of events from ready to quit.
import { browser, startedBrowser } from './browser.ts'
import { appName, getPath, setAppName, setPath } from './app-paths.ts'
import { commandLine } from './command-line.ts'
import { getApplicationMenu, setApplicationMenu } from './application-menu.ts'
import { record } from './record.ts'
import { becomeReady, later, ready, run, say } from './run.ts'
import { holdsLock, releaseLock, requestLock } from './single-instance.ts'
import { appEvents } from './event-names.ts'
import { StrictEmitter, createEvent } from './strict.ts'
import { windows } from './windows.ts'
import type { Menu } from './menu.ts'

export class App extends StrictEmitter {
  constructor() {
    super('app', appEvents)
  }
  get commandLine() {
    return commandLine
  }
  get dock() {
    return undefined
  }
  get isPackaged() {
    return false
  }
  get name() {
    return appName()
  }
  set name(name: string) {
    setAppName(name)
  }
  get applicationMenu() {
    return getApplicationMenu()
  }
  set applicationMenu(menu: Menu | null) {
    setApplicationMenu(menu)
  }
  getName() {
    return appName()
  }
  setName(name: string) {
    setAppName(name)
  }
  getVersion() {
    return run.manifest.version ?? '0.0.0'
  }
  getAppPath() {
    return run.packageDir
  }
  getPath(name: string) {
    return getPath(name)
  }
  setPath(name: string, path: string) {
    setPath(name, path)
  }
  setAppLogsPath(path?: string) {
    if (path !== undefined) setPath('logs', path)
  }
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  showAboutPanel() {
    record('about', {})
  }
  getLocale() {
    return commandLine.getSwitchValue('lang') || (process.env['STANDIN_LOCALE'] ?? 'en-US')
  }
  getSystemLocale() {
    return process.env['STANDIN_LOCALE'] ?? 'en-US'
  }
  getPreferredSystemLanguages() {
    return [this.getSystemLocale()]
  }
  getLocaleCountryCode() {
    return this.getSystemLocale().split('-')[1] ?? ''
  }
  whenReady() {
    return ready
  }
  isReady() {
    return run.ready
  }
  enableSandbox() {
    if (run.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  disableHardwareAcceleration() {
    if (run.ready) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }
  focus() {
    for (const window of windows) return window.focus()
  }
  requestSingleInstanceLock(additionalData: unknown = {}) {
    return requestLock(additionalData, (note) => {
      this.emit('second-instance', createEvent({}), note.argv, note.workingDirectory, note.additionalData)
    })
  }
  hasSingleInstanceLock() {
    return holdsLock()
  }
  releaseSingleInstanceLock() {
    releaseLock()
  }
  relaunch(options: object = {}) {
    record('relaunch', { options })
  }
  quit() {
    if (run.exiting || run.quitting) return
    run.quitting = true
    later(() => void this.#quit())
  }
  exit(code = 0) {
    void this.#leave(code)
  }
  /** Not Electron's: the launcher calls it when the entry module has finished, as Electron fires `ready` only then. */
  _begin() {
    later(() => {
      if (run.exiting) return
      browser().onGone(() => {
        if (run.exiting) return
        say('Chromium went away')
        this.exit(1)
      })
      run.ready = true
      this.emit('will-finish-launching')
      this.emit('ready', createEvent({}), {})
      becomeReady()
    })
  }
  async #quit() {
    if (this.#isStopped('before-quit')) return
    for (const window of windows) {
      await window._tryClose()
      if (!window.isDestroyed()) {
        run.quitting = false
        return
      }
    }
    if (this.#isStopped('will-quit')) return
    await this.#leave(0)
  }
  #isStopped(event: string) {
    const asked = createEvent({})
    this.emit(event, asked)
    if (asked.defaultPrevented) run.quitting = false
    return asked.defaultPrevented
  }
  async #leave(code: number) {
    if (run.exiting) return
    run.exiting = true
    this.emit('quit', createEvent({}), code)
    await startedBrowser()?.close()
    process.exit(code)
  }
}

export const app = new App()

process.on('exit', () => {
  startedBrowser()?.kill()
  releaseLock()
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
