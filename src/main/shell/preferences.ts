// What the user chose for this machine, kept in the user's data folder: language, appearance, zoom, the last workspace.
import { z } from 'zod'
import type { Language } from '#shared/base/messages.ts'
import { preferences } from '#shared/shell/shell.contract.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

export const zoomLimits = { lowest: -3, highest: 5, step: 0.5 } as const

/** `zoomLevel` as Electron counts it: 0 is 100 %, each step of 1 is 20 %. */
const storedPreferences = preferences.extend({
  zoomLevel: z.number().min(zoomLimits.lowest).max(zoomLimits.highest),
  workspaceFolder: z.string().nullable(),
})
export type StoredPreferences = z.infer<typeof storedPreferences>

export interface PreferenceStore {
  readonly get: () => StoredPreferences
  /** Keeps the change on disk, then tells the listeners. A change that changes nothing is not told. */
  readonly set: (change: Partial<StoredPreferences>) => void
  readonly onChange: (listener: (now: StoredPreferences, before: StoredPreferences) => void) => void
}

/** A damaged or missing value falls back to its default; the others are kept. */
export const openPreferences = (path: string, systemLanguage: Language): PreferenceStore => {
  const listeners: ((now: StoredPreferences, before: StoredPreferences) => void)[] = []
  let current = readJsonFile(path, forgiving(systemLanguage)) ?? forgiving(systemLanguage).parse({})

  return {
    get: () => current,
    set: (change) => {
      const before = current
      const next = storedPreferences.parse({ ...before, ...change })
      if (JSON.stringify(next) === JSON.stringify(before)) return

      writeJsonFile(path, next)
      current = next
      for (const listener of listeners) listener(next, before)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}

/** The language of the interface that fits a locale of the system, `zh-Hans-CN` or `de-DE`. */
export const languageOfLocale = (locale: string): Language => (/^zh\b/iu.test(locale) ? 'zh-CN' : 'en')

const forgiving = (systemLanguage: Language) => {
  const { language, colorScheme, density, isScreenPrivate, zoomLevel, workspaceFolder } = storedPreferences.shape
  return z.object({
    language: language.catch(systemLanguage),
    colorScheme: colorScheme.catch('system'),
    density: density.catch('normal'),
    isScreenPrivate: isScreenPrivate.catch(false),
    zoomLevel: zoomLevel.catch(0),
    workspaceFolder: workspaceFolder.catch(null),
  })
}
