// Puts the menu up and carries out the shell's own commands; the page's are sent to the window in front.
import { app, BrowserWindow, dialog, Menu, shell } from 'electron'
import { commands, type CommandId } from '#shared/shell/commands.ts'
import type { Log } from './log.ts'
import { menuTemplate } from './menu-template.ts'
import { zoomLimits, type PreferenceStore } from './preferences.ts'
import { sendEvent } from './send-event.ts'
import type { Say } from './sentences.ts'
import { aboutThisApp } from './shell-handlers.ts'
import type { Windows } from './windows.ts'

export interface MenuParts {
  readonly windows: Windows
  readonly preferences: PreferenceStore
  readonly say: Say
  readonly log: Log
  readonly lock: () => void
}

/** Shows the menu now, and again after each change of what it says. */
export const showApplicationMenu = (parts: MenuParts): void => {
  const { windows, preferences, say } = parts
  const rebuild = (): void => {
    const template = menuTemplate({
      say,
      preferences: preferences.get(),
      platform: process.platform,
      isPackaged: app.isPackaged,
      hasWindow: windows.current() !== null,
      run: (id) => runCommand(parts, id),
      prefer: preferences.set,
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  rebuild()
  preferences.onChange(rebuild)
  windows.onOpen(rebuild)
  windows.onClosed(rebuild)
}

const pageCommands: ReadonlySet<string> = new Set(commands.filter(({ by }) => by === 'page').map(({ id }) => id))

const runCommand = (parts: MenuParts, id: CommandId): void => {
  const window = BrowserWindow.getFocusedWindow() ?? parts.windows.current()
  if (pageCommands.has(id)) {
    if (window) sendEvent(window.webContents, { type: 'command', command: id })
    return
  }
  runShellCommand(parts, id, window)
}

const runShellCommand = (
  { windows, preferences, say, log, lock }: MenuParts,
  id: CommandId,
  window: BrowserWindow | null,
): void => {
  switch (id) {
    case 'new-window':
      return void windows.open('/')
    case 'lock':
      return lock()
    case 'zoom-in':
      return zoomTo(preferences, preferences.get().zoomLevel + zoomLimits.step)
    case 'zoom-out':
      return zoomTo(preferences, preferences.get().zoomLevel - zoomLimits.step)
    case 'zoom-reset':
      return zoomTo(preferences, 0)
    case 'reload':
      return window?.webContents.reload()
    case 'show-log':
      return void shell.openPath(log.folder)
    case 'about':
      return void showAbout(say, window)
    default:
      throw new Error(`The shell has no command ${id}`)
  }
}

const zoomTo = (preferences: PreferenceStore, level: number): void =>
  preferences.set({ zoomLevel: Math.min(Math.max(level, zoomLimits.lowest), zoomLimits.highest) })

const showAbout = async (say: Say, window: BrowserWindow | null): Promise<void> => {
  const { version, electron, platform } = aboutThisApp()
  const content = {
    type: 'info' as const,
    message: 'Kith',
    detail: say('shell.dialog.about_detail', { version, electron, platform }),
    buttons: [say('shell.dialog.ok')],
  }
  await (window ? dialog.showMessageBox(window, content) : dialog.showMessageBox(content))
}
