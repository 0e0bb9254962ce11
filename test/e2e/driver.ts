// One driver for both: real Electron and the stand-in. Only the executable differs; all else is Playwright's public Electron API.
// Specs must not use `page.url()` or native accelerators: both differ between the two. See test/standin/README.md.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ElectronApplication, type Page, _electron } from '@playwright/test'

export interface OsCall {
  readonly kind: 'openExternal' | 'openPath' | 'showItemInFolder'
  readonly arg: string
}

export interface DialogAnswers {
  /** Paths chosen in "open" dialogs; null cancels. */
  readonly open?: readonly string[] | null
  /** Path chosen in "save" dialogs; null cancels. */
  readonly save?: string | null
  /** Index of the button pressed in message boxes. */
  readonly message?: number
}

export interface Desktop {
  readonly kind: 'electron' | 'standin'
  readonly app: ElectronApplication
  /** The first window. */
  readonly page: Page
  readonly userData: string
  /** Errors that no code of the page caught, since start. A spec ends with `expect(desktop.pageErrors).toEqual([])`. */
  readonly pageErrors: readonly string[]
  /** Everything the main process printed and the pages logged, line by line. */
  readonly log: readonly string[]
  /** The page's address as the app knows it: app://… */
  location(): Promise<string>
  /** Clicks an item of the application menu by its id. */
  clickMenu(id: string): Promise<void>
  /** Answers all dialogs of a kind from now on. */
  answerDialogs(answers: DialogAnswers): Promise<void>
  /** Dialogs shown since `answerDialogs` was called: kind and options. */
  dialogs(): Promise<{ kind: string; options: Record<string, unknown> }[]>
  /** What the app asked of the operating system since start. */
  osCalls(): Promise<OsCall[]>
  /** Tells the app that it was started again with these words. */
  secondInstance(argv: readonly string[]): Promise<void>
  /** Quits and starts again with the same data. */
  restart(): Promise<Desktop>
  /** Quits; waits until the process has ended. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Folder of the app's data; a new temporary one by default. */
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Folder of the app; the project by default. */
  readonly app?: string
}

const project = resolve(import.meta.dirname, '../..')
const standin = join(project, 'test/standin/electron')
// What the driver keeps inside the app's own process.
interface Kept {
  osCalls: OsCall[]
  dialogs: { kind: string; options: Record<string, unknown> }[]
}

export const launch = async (options: LaunchOptions = {}): Promise<Desktop> => {
  const kind = process.env['E2E_ELECTRON'] === 'real' ? 'electron' : 'standin'
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'kith-e2e-'))
  const log: string[] = []
  const pageErrors: string[] = []
  const app = await _electron.launch({
    ...(kind === 'standin' ? { executablePath: standin } : {}),
    cwd: project,
    args: [options.app ?? '.', `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...definedEnvironment(), ...options.env },
    locale: 'en-US',
    // Else Playwright pretends that every system is light, whatever the app chose.
    colorScheme: null,
  })
  collectLines(app, log)
  app.context().on('weberror', (error) => pageErrors.push(error.error().stack ?? error.error().message))
  app.context().on('console', (message) => log.push(`[page] ${message.type()}: ${message.text()}`))
  await recordOsCalls(app)
  const page = await loadedWindow(app).catch(async (error: unknown) => {
    await app.close()
    throw new Error(`The app showed no window. What it said:\n${log.join('\n')}`, { cause: error })
  })

  return {
    kind,
    app,
    page,
    userData,
    pageErrors,
    log,
    location: async () => (await app.browserWindow(page)).evaluate((window) => window.webContents.getURL()),
    clickMenu: (id) =>
      app.evaluate(({ Menu, BrowserWindow }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
        if (!item) throw new Error(`no menu item ${wanted}`)
        if (!item.enabled || !item.visible) throw new Error(`menu item ${wanted} cannot be clicked`)
        item.click({}, BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])
      }, id),
    answerDialogs: (answers) => answerDialogs(app, answers),
    dialogs: () => app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.dialogs), // set by recordOsCalls
    osCalls: () => app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.osCalls), // set by recordOsCalls
    secondInstance: (argv) =>
      app.evaluate(({ app: running }, words) => void running.emit('second-instance', {}, words, process.cwd(), {}), [...argv]),
    restart: async () => {
      await app.close()
      return launch({ ...options, userData })
    },
    close: () => app.close(),
  }
}

const loadedWindow = async (app: ElectronApplication): Promise<Page> => {
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.protocol !== 'about:')
  await page.waitForLoadState('load')
  // The app hears of it a moment later than the page.
  const window = await app.browserWindow(page)
  await window.evaluate(
    ({ webContents }) =>
      new Promise<void>((resolve) => {
        if (webContents.isLoading()) webContents.once('did-stop-loading', () => resolve())
        else resolve()
      }),
  )
  return page
}

const definedEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

const collectLines = (app: ElectronApplication, log: string[]) => {
  const child = app.process()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (text: string) => log.push(...text.split('\n').filter((line) => line !== '')))
  }
}

// The same for both runs: the spec sees what the app asks for, and nothing is opened on the machine that runs it.
const recordOsCalls = (app: ElectronApplication) =>
  app.evaluate(({ shell }) => {
    const kept: Kept = { osCalls: [], dialogs: [] }
    Object.assign(globalThis, { kept })
    const keep = (kind: OsCall['kind'], arg: string) => void kept.osCalls.push({ kind, arg })
    shell.openExternal = (url) => Promise.resolve(keep('openExternal', url))
    shell.openPath = (path) => {
      keep('openPath', path)
      return Promise.resolve('')
    }
    shell.showItemInFolder = (path) => keep('showItemInFolder', path)
  })

const answerDialogs = (app: ElectronApplication, answers: DialogAnswers) =>
  app.evaluate(({ dialog }, { open, save, message }) => {
    const { kept } = globalThis as unknown as { kept: Kept } // set by recordOsCalls
    kept.dialogs = []
    // The window may be left out, so the options are the last argument.
    const keep = (kind: string, args: unknown[]) => void kept.dialogs.push({ kind, options: { ...(args.at(-1) as object) } })
    if (open !== undefined) {
      dialog.showOpenDialog = (...args: unknown[]) => {
        keep('open', args)
        return Promise.resolve({ canceled: open === null, filePaths: [...(open ?? [])] })
      }
    }
    if (save !== undefined) {
      dialog.showSaveDialog = (...args: unknown[]) => {
        keep('save', args)
        return Promise.resolve({ canceled: save === null, filePath: save ?? '' })
      }
    }
    if (message !== undefined) {
      dialog.showMessageBox = (...args: unknown[]) => {
        keep('message', args)
        return Promise.resolve({ response: message, checkboxChecked: false })
      }
    }
  }, answers)
