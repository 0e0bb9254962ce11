// What happens when something breaks: a page that crashed or hangs gets a question, a bug of the shell an orderly end.
import { app, dialog, type BrowserWindow } from 'electron'
import type { Log } from './log.ts'
import type { Say } from './sentences.ts'

/** Asks the user what to do when the page of this window is gone or does not answer. */
export const watchWindow = (window: BrowserWindow, say: Say, log: Log): void => {
  const contents = window.webContents
  let hang: AbortController | null = null

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    hang?.abort()
    if (reason === 'clean-exit') return
    log.warn(`page process gone: ${reason}, exit code ${exitCode}`)
    void askAfterCrash(window, say)
  })

  window.on('unresponsive', () => {
    log.warn('page does not answer')
    hang?.abort()
    hang = new AbortController()
    void askAboutHang(window, say, hang.signal)
  })
  window.on('responsive', () => hang?.abort())
  window.on('closed', () => hang?.abort())
}

/** Notes in the log when a helper process of Chromium ends badly; Chromium starts it again by itself. */
export const watchChildProcesses = (log: Log): void => {
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    if (reason !== 'clean-exit') log.warn(`process gone: ${type} ${serviceName ?? ''} ${reason}, exit code ${exitCode}`)
  })
}

export interface BugHandling {
  readonly log: Log
  readonly say: Say
  readonly newId: () => string
  /** Closes the database; what is committed is safe even if it cannot. */
  readonly closeEngine: () => Promise<void>
}

const CLOSE_WITHIN_MS = 5000

/** From an error that nobody expected no state is known to be good: it is logged and told, the data is closed, and the app ends. */
export const endOnBugs = ({ log, say, newId, closeEngine }: BugHandling): void => {
  let isEnding = false
  const end = (error: unknown): void => {
    const traceId = newId()
    log.bug(traceId, error)
    if (isEnding) return
    isEnding = true

    dialog.showErrorBox(say('shell.trouble.bug'), say('shell.trouble.bug_detail', { traceId, folder: log.folder }))
    const exit = (): void => app.exit(1)
    setTimeout(exit, CLOSE_WITHIN_MS).unref()
    closeEngine().then(exit, exit)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

const askAfterCrash = async (window: BrowserWindow, say: Say): Promise<void> => {
  if (window.isDestroyed()) return
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: say('shell.trouble.gone'),
    detail: say('shell.trouble.gone_detail'),
    buttons: [say('shell.trouble.reload'), say('shell.trouble.quit')],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) app.quit()
  else if (!window.isDestroyed()) window.webContents.reload()
}

const askAboutHang = async (window: BrowserWindow, say: Say, signal: AbortSignal): Promise<void> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say('shell.trouble.unresponsive'),
    detail: say('shell.trouble.unresponsive_detail'),
    buttons: [say('shell.trouble.wait'), say('shell.trouble.reload'), say('shell.trouble.quit')],
    defaultId: 0,
    cancelId: 0,
    signal,
  })
  if (signal.aborted || window.isDestroyed()) return
  // A hung page cannot be reloaded before its process ends; ending it leads to the question after a crash.
  if (response === 1) window.webContents.forcefullyCrashRenderer()
  if (response === 2) app.quit()
}
