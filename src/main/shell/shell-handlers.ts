// What each procedure of the shell does: dialogs, paper, windows, preferences.
import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, extname, join } from 'node:path'
import { app, BrowserWindow, dialog, shell, type FileFilter } from 'electron'
import { safeFileName } from '#shared/attachments/file-names.ts'
import { AppError } from '#shared/base/app-error.ts'
import { preferences as preferencesSchema } from '#shared/shell/shell.contract.ts'
import { watchedFoldersContract } from '#shared/watched-folders/watched-folders.contract.ts'
import type { EngineAsk } from './engine-ask.ts'
import type { Log } from './log.ts'
import type { PreferenceStore } from './preferences.ts'
import type { Printing } from './printing.ts'
import type { PrivateFiles } from './private-files.ts'
import type { Say } from './sentences.ts'
import type { ShellCaller, ShellHandlers } from './shell-door.ts'
import type { Windows } from './windows.ts'

export interface ShellParts {
  readonly preferences: PreferenceStore
  readonly printing: Printing
  readonly privateFiles: PrivateFiles
  readonly windows: Windows
  readonly ask: EngineAsk
  readonly say: Say
  readonly log: Log
  readonly newId: () => string
}

export const createShellHandlers = ({
  preferences,
  printing,
  privateFiles,
  windows,
  ask,
  say,
  log,
  newId,
}: ShellParts): ShellHandlers => ({
  // Paper is white, whatever the screen looks like.
  preferences: (caller) => {
    const own = preferencesSchema.parse(preferences.get())
    return printing.printableOf(caller.contents.id) ? { ...own, colorScheme: 'light' } : own
  },

  setPreferences: (_caller, { language, colorScheme, density, isScreenPrivate }) => {
    preferences.set({
      ...(language === undefined ? {} : { language }),
      ...(colorScheme === undefined ? {} : { colorScheme }),
      ...(density === undefined ? {} : { density }),
      ...(isScreenPrivate === undefined ? {} : { isScreenPrivate }),
    })
    return preferencesSchema.parse(preferences.get())
  },

  about: () => aboutThisApp(),

  chooseFile: async (caller, { kind }) => {
    const answer = await dialog.showOpenDialog(windowOf(caller), {
      title: say(`shell.dialog.choose_${kind}`),
      properties: ['openFile'],
      filters: [...filtersOf(say, kind), ...filtersOf(say, 'any')],
    })
    const [path] = answer.filePaths
    if (answer.canceled || path === undefined) return null
    return { file: caller.files.forReading(path), name: basename(path) }
  },

  chooseFiles: async (caller) => {
    const answer = await dialog.showOpenDialog(windowOf(caller), {
      title: say('shell.dialog.choose_files'),
      properties: ['openFile', 'multiSelections'],
    })
    if (answer.canceled) return []
    return answer.filePaths.map((path) => ({ file: caller.files.forReading(path), name: basename(path) }))
  },

  chooseTarget: async (caller, { kind, suggestedName }) => {
    const name = safeFileName(suggestedName)
    const path =
      kind === 'folder' ? await askForPlace(windowOf(caller), say, name) : await askForTarget(windowOf(caller), say, kind, name)
    return path === null ? null : { file: caller.files.forWriting(path), name: basename(path) }
  },

  chooseFolder: async (caller) => {
    const answer = await dialog.showOpenDialog(windowOf(caller), {
      title: say('shell.dialog.choose_folder'),
      properties: ['openDirectory', 'createDirectory'],
    })
    const [folder] = answer.filePaths
    return answer.canceled || folder === undefined ? null : { folder, file: caller.files.forWriting(folder) }
  },

  openWatched: async (caller, { id, name }) => {
    const { path, mappingId } = watchedFoldersContract.fileOf.output.parse(await ask('watchedFolders.fileOf', { id, name }))
    return { file: caller.files.forReading(path), name, mappingId }
  },

  pdf: (_caller, printable) => printing.toPdf(printable),

  savePdf: async (caller, { printable, target }) => {
    const path = caller.files.target(target)
    await writeWhole(path, await printing.toPdf(printable))
    caller.files.markWritten([target])
    return { name: basename(path) }
  },

  print: async (_caller, printable) => ({ printed: await printing.toPaper(printable) }),

  printable: (caller) => printing.printableOf(caller.contents.id),

  openAttachment: async (_caller, attachment) => ({ name: await privateFiles.open(attachment) }),

  openWindow: (_caller, { route }) => {
    windows.open(route.startsWith('/') ? route : `/${route}`)
    return null
  },

  showFile: (caller, { file }) => {
    shell.showItemInFolder(caller.files.written(file))
    return null
  },

  logError: (_caller, { message, stack }) => {
    const traceId = newId()
    log.warn(`page error ${traceId}\n${message}\n${stack ?? ''}`)
    return { traceId }
  },
})

export const aboutThisApp = () => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  platform: `${process.platform} ${process.arch}`,
  // A Mac adds where the name counts.
  computer: hostname().replace(/\.local$/u, ''),
  // Set by the test double in test/standin, so that nobody takes its figures for Electron's.
  isStandIn: process.env['STANDIN_EXECUTABLE'] !== undefined,
})

const windowOf = (caller: ShellCaller): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(caller.contents)
  if (!window) throw new AppError('cancelled', 'errors.cancelled')
  return window
}

/** The system's dialog asks before it overwrites; where an ending had to be added, the other file's turn comes in a second dialog. */
const askForTarget = async (window: BrowserWindow, say: Say, kind: TargetKind, suggestion: string): Promise<string | null> => {
  const answer = await dialog.showSaveDialog(window, {
    title: say('shell.dialog.save'),
    defaultPath: withEnding(suggestion, kind),
    filters: filtersOf(say, kind),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (answer.canceled || answer.filePath === '') return null

  const path = withEnding(answer.filePath, kind)
  return path !== answer.filePath && existsSync(path) ? askForTarget(window, say, kind, path) : path
}

/** A new folder in a place that is chosen: “Kith 2026-11-22 (2)” where there is one already. */
const askForPlace = async (window: BrowserWindow, say: Say, name: string): Promise<string | null> => {
  const answer = await dialog.showOpenDialog(window, {
    title: say('shell.dialog.choose_place'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [place] = answer.filePaths
  if (answer.canceled || place === undefined) return null
  let path = join(place, name)
  for (let count = 2; existsSync(path); count += 1) path = join(place, `${name} (${count})`)
  return path
}

type TargetKind = 'csv' | 'xlsx' | 'vcf' | 'pdf' | 'ics' | 'invitation' | 'any'

/** The first ending is the one that a new file gets. */
const endingsOf: Readonly<Record<TargetKind, readonly string[]>> = {
  csv: ['csv', 'tsv', 'txt'],
  xlsx: ['xlsx'],
  vcf: ['vcf'],
  pdf: ['pdf'],
  ics: ['ics', 'ical'],
  invitation: ['kith-invitation'],
  any: ['*'],
}

const filtersOf = (say: Say, kind: TargetKind): FileFilter[] => [
  { name: say(kind === 'any' ? 'shell.dialog.all_files' : `shell.dialog.${kind}_files`), extensions: [...endingsOf[kind]] },
]

const withEnding = (path: string, kind: TargetKind): string => {
  const ending = `.${endingsOf[kind][0] ?? ''}`
  return kind === 'any' || extname(path).toLowerCase() === ending ? path : `${path}${ending}`
}

/** Writes beside the file and renames: a full disk leaves the old file as it was. */
const writeWhole = async (path: string, contents: Uint8Array): Promise<void> => {
  const temporary = `${path}.part`
  try {
    await writeFile(temporary, contents)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new AppError('unavailable', 'shell.file.write_failed', {}, { cause: error })
  }
}
