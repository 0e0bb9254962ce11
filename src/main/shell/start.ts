// Starts the desktop app. What must happen before Electron is ready happens at once, the rest in `open`.
import { join } from 'node:path'
import { app, crashReporter, nativeTheme, powerMonitor, protocol, session, shell } from 'electron'
import { startEngine, type Engine } from '#main/engine/engine.ts'
import { machineOf, thisMachinesPlaces } from '#main/engine/machine-place.ts'
import { runtimeFolderOf, thisUser } from '#main/engine/runtime-folder.ts'
import { appScheme, serveAppScheme } from './app-scheme.ts'
import { showApplicationMenu } from './application-menu.ts'
import type { Environment } from './environment.ts'
import { createFailures } from './failure.ts'
import { guardPages, guardSession } from './guards.ts'
import { LINK_SCHEME, parseLaunchRequest, routeOfLink } from './launch-request.ts'
import { leaveInOrder } from './leaving.ts'
import { createEngineAsk } from './engine-ask.ts'
import { openLog, type Log } from './log.ts'
import { networkPlaceOf } from './network-variable.ts'
import { languageOfLocale, openPreferences, type PreferenceStore } from './preferences.ts'
import { createPrinting } from './printing.ts'
import { clearWhenLocked, createPrivateFiles } from './private-files.ts'
import { startRouter } from './rpc-router.ts'
import { speak } from './sentences.ts'
import { createShellDoor } from './shell-door.ts'
import { startReminders } from './start-reminders.ts'
import { createShellHandlers } from './shell-handlers.ts'
import { endOnBugs, watchChildProcesses, watchWindow } from './trouble.ts'
import { openWindowMemory } from './window-memory.ts'
import { createWindows, type Windows } from './windows.ts'
import { chooseWorkspaceFolder, rememberWorkspaceFolder } from './workspace-choice.ts'

/** The app's name for the system, in the shortcut that an installer makes, too. */
const APP_ID = 'app.kith.desktop'

/** To be called once, synchronously, from the entry module: Electron is not ready before that module has run to its end. */
export const startShell = (environment: Environment): void => {
  protocol.registerSchemesAsPrivileged([appScheme])
  app.enableSandbox()
  // Windows shows notices, and puts windows together in its bar, under this name alone: the one of the installed shortcut.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
  crashReporter.start({ uploadToServer: false })
  const log = openLog(join(app.getPath('userData'), 'logs'), !app.isPackaged)
  guardPages(log)
  if (app.requestSingleInstanceLock()) void open(environment, log)
  else app.quit()
}

const open = async ({ now, newId, outFolder }: Environment, log: Log): Promise<void> => {
  const userData = app.getPath('userData')
  const request = parseLaunchRequest(process.argv.slice(1), process.cwd())
  let preferences: PreferenceStore | null = null
  let engine: Promise<Engine> | null = null
  let startRoute = request.route ?? '/'
  const say = speak(() => preferences?.get().language ?? 'en')
  const closeEngine = async (): Promise<void> => (await engine)?.close()
  endOnBugs({ log, say, newId, closeEngine })
  watchChildProcesses(log)

  // macOS hands over the link of a start before the app is ready.
  let showRoute = (route: string | null): void => {
    startRoute = route ?? startRoute
  }
  app.on('open-url', (event, link) => {
    event.preventDefault()
    showRoute(routeOfLink(link))
  })

  await app.whenReady()
  preferences = openPreferences(join(userData, 'preferences.json'), languageOfLocale(app.getLocale()))
  nativeTheme.themeSource = preferences.get().colorScheme
  serveAppScheme(join(outFolder, '../renderer'))
  guardSession(session.defaultSession)

  const starting = startEngine({
    appVersion: app.getVersion(),
    folder: chooseWorkspaceFolder({ request, variable: process.env['KITH_WORKSPACE'], stored: preferences.get(), userData }),
    now,
    logBug: log.bug,
    workers: { engine: join(outFolder, 'engine-worker.js'), argon2: join(outFolder, 'argon2-worker.js') },
    machine: machineOf(thisMachinesPlaces(app.getPath('home'))),
    runtimeFolder: runtimeFolderOf(thisUser(app.getPath('temp'))),
    ...networkPlaceOf(process.env['KITH_NETWORK']),
  })
  engine = starting
  const windows = createWindows({ outFolder, preferences, memory: openWindowMemory(join(userData, 'window.json')), log })
  const printing = createPrinting(windows.openHidden)
  const ask = createEngineAsk(starting)
  const privateFiles = createPrivateFiles({
    ...{ ask, folder: join(userData, 'opened'), newId, openPath: (path) => shell.openPath(path), warn: log.warn },
  })
  await privateFiles.clear()
  const handlers = createShellHandlers({ preferences, printing, privateFiles, windows, ask, say, log, newId })
  startRouter({
    ...{ engine: starting, shell: createShellDoor(handlers), toFailure: createFailures(log, newId), newToken: newId },
    keepBytes: privateFiles.keep,
  })
  leaveInOrder(printing, async () => {
    await privateFiles.clear()
    await closeEngine()
  })

  const lock = (): void => void starting.then((running) => running.lock())
  windows.onOpen((window) => watchWindow(window, say, log))
  showApplicationMenu({ windows, preferences, say, log, lock })
  followPreferences(preferences, windows)
  followSystem(windows, lock)
  showRoute = windows.show
  windows.open(startRoute)

  const running = await starting
  running.onEvent(windows.broadcast)
  clearWhenLocked(running, privateFiles)
  rememberWorkspaceFolder(running, preferences)
  startReminders({ engine: running, windows, say, now, log })
}

const followPreferences = (preferences: PreferenceStore, windows: Windows): void => {
  preferences.onChange(({ colorScheme, zoomLevel, isScreenPrivate }) => {
    nativeTheme.themeSource = colorScheme
    for (const window of windows.all()) {
      window.webContents.setZoomLevel(zoomLevel)
      window.setContentProtection(isScreenPrivate)
    }
    windows.broadcast({ type: 'preferences' })
  })
}

/** What the system and other starts of the app ask for. */
const followSystem = (windows: Windows, lock: () => void): void => {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  app.on('second-instance', (_event, argv, workingFolder) => windows.show(parseLaunchRequest(argv, workingFolder).route))
  app.on('activate', () => windows.show(null))
  // Not from a checkout: the system would then start that one for every link.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
}
